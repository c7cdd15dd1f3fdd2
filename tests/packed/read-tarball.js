import { statSync } from 'node:fs'
import { list } from 'tar'

/**
 * @typedef {object} TarballFile
 * @property {string} path relative to the package root
 * @property {number} sizeBytes
 * @property {boolean} isExecutable
 * @property {string} text
 */

/**
 * @typedef {object} Manifest the fields of a published `package.json` that are used here
 * @property {string} name
 * @property {string} version
 * @property {string} [description]
 * @property {string} [license]
 * @property {string[]} [keywords]
 * @property {boolean} [private]
 * @property {boolean | string[]} [sideEffects]
 * @property {{ node?: string }} [engines]
 * @property {{ access?: string, provenance?: boolean }} [publishConfig]
 * @property {{ url: string }} [repository]
 * @property {Record<string, unknown>} [exports]
 * @property {Record<string, string>} [bin]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, string>} [devDependencies]
 */

/**
 * @typedef {object} Tarball
 * @property {string} path
 * @property {number} sizeBytes
 * @property {Manifest} manifest
 * @property {TarballFile[]} files
 */

/**
 * Reads a package's tarball into memory.
 *
 * @param {string} path
 * @returns {Tarball}
 * @throws {Error} when it has no `package.json`
 */
export function readTarball(path) {
  /** @type {{ entry: import('tar').ReadEntry, chunks: Buffer[] }[]} */
  const read = []
  list({
    file: path,
    sync: true,
    onReadEntry: (entry) => {
      /** @type {Buffer[]} */
      const chunks = []
      entry.on('data', (chunk) => chunks.push(chunk))
      read.push({ entry, chunks })
    },
  })
  const files = read.map(({ entry, chunks }) => ({
    path: entry.path.replace(/^package\//, ''),
    sizeBytes: entry.size,
    isExecutable: ((entry.mode ?? 0) & 0o111) !== 0,
    text: Buffer.concat(chunks).toString('utf8'),
  }))
  const packageJson = files.find((file) => file.path === 'package.json')
  if (packageJson === undefined) throw new Error(`${path} has no package.json`)
  return { path, sizeBytes: statSync(path).size, manifest: JSON.parse(packageJson.text), files }
}
