import { TARBALLS } from '../packed/tarballs.js'

/** Every package as a dependency, and what it is used beside, in the version that its own tests use. */
export const ALL_PACKAGES: Record<string, string> = {}

for (const { manifest } of TARBALLS) {
  const { name, peerDependencies = {}, devDependencies = {} } = manifest
  ALL_PACKAGES[name] = '*'
  for (const [peer, range] of Object.entries(peerDependencies)) {
    ALL_PACKAGES[peer] = devDependencies[peer] ?? range
  }
}
