import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** @import { Manifest } from './read-tarball.js' */

const PACKAGES = path.resolve(import.meta.dirname, '../../packages')

/**
 * The packages that `changeset publish` publishes: every package that is not private, with its folder name and its
 * `package.json`.
 *
 * @type {{ folder: string, manifest: Manifest }[]}
 */
export const PUBLISHED_PACKAGES = readdirSync(PACKAGES)
  // After switching branches, a removed package's folder may remain with ignored files.
  .filter((folder) => existsSync(path.join(PACKAGES, folder, 'package.json')))
  .map((folder) => ({ folder, manifest: readManifest(folder) }))
  .filter(({ manifest }) => manifest.private !== true)

/** A folder in which imports of every published package resolve, because this package depends on all of them. */
export const ALL_PACKAGES_FOLDER = import.meta.dirname

/**
 * @param {string} folder
 * @returns {Manifest}
 */
function readManifest(folder) {
  return JSON.parse(readFileSync(path.join(PACKAGES, folder, 'package.json'), 'utf8'))
}
