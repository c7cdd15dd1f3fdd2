import { readFileSync } from 'node:fs'
import path from 'node:path'

const PACKAGES = path.resolve(import.meta.dirname, '../../../../packages')
const INSTALL = /^npm install (?:--save-dev )?(?<names>.+)$/gm

interface Manifest {
  name: string
  peerDependencies?: Record<string, string>
  peerDependenciesMeta?: Record<string, { optional?: boolean }>
}

/**
 * Returns the peers that installation commands leave out: those of ours and of Uploadcare. A framework is there before.
 *
 * @throws {Error} if a package of ours does not exist
 */
export function missingPeers(code: string): string[] {
  const installed = Array.from(code.matchAll(INSTALL), ({ groups }) => groups?.['names'] ?? '').flatMap(
    (names) => names.split(' '),
  )
  return installed
    .filter((name) => name.startsWith('@secure-uploading/'))
    .flatMap((name) => requiredPeers(name))
    .filter((peer) => !installed.includes(peer))
}

function requiredPeers(name: string): string[] {
  const file = path.join(PACKAGES, name.replace('@secure-uploading/', ''), 'package.json')
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  return Object.keys(manifest.peerDependencies ?? {}).filter(
    (peer) =>
      /^@(?:secure-uploading|uploadcare)\//.test(peer) && !manifest.peerDependenciesMeta?.[peer]?.optional,
  )
}
