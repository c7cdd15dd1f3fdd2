import { TARBALLS } from '../tarballs/tarballs.js'

/** Every published package and its peer dependencies, in the versions that the package's tests use. */
export const ALL_PACKAGES: Record<string, string> = {}

for (const { manifest } of TARBALLS) {
  const { name, peerDependencies = {}, devDependencies = {} } = manifest
  ALL_PACKAGES[name] = '*'
  for (const [peer, range] of Object.entries(peerDependencies)) {
    ALL_PACKAGES[peer] = devDependencies[peer] ?? range
  }
}
