import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** @import { Manifest } from './read-tarball.js' */

const PACKAGES = path.resolve(import.meta.dirname, '../../packages')

/**
 * What npm gets: every package that is not private, by the name of its folder, with its `package.json`. So does
 * `changeset publish` choose.
 *
 * @type {{ folder: string, manifest: Manifest }[]}
 */
export const PUBLISHED_PACKAGES = readdirSync(PACKAGES)
  // A branch that was left may have left a folder with what git ignores.
  .filter((folder) => existsSync(path.join(PACKAGES, folder, 'package.json')))
  .map((folder) => ({ folder, manifest: readManifest(folder) }))
  .filter(({ manifest }) => manifest.private !== true)

/** A folder from which every published package can be imported, since this package depends on each. */
export const WHERE_ALL_ARE_INSTALLED = import.meta.dirname

/** @param {string} folder */
function readManifest(folder) {
  return JSON.parse(readFileSync(path.join(PACKAGES, folder, 'package.json'), 'utf8'))
}
