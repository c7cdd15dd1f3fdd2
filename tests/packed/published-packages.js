import { readFileSync } from 'node:fs'
import path from 'node:path'
import { PUBLISHED_FOLDERS, ROOT } from '../../scripts/addresses/published-folders.mjs'

/** @import { Manifest } from './read-tarball.js' */

/**
 * The packages that `changeset publish` publishes: every package that is not private, with its folder name and its
 * `package.json`.
 *
 * @type {{ folder: string, manifest: Manifest }[]}
 */
export const PUBLISHED_PACKAGES = PUBLISHED_FOLDERS.map((folder) => ({
  folder: path.basename(folder),
  manifest: JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')),
}))

/** A folder in which imports of every published package resolve, because this package depends on all of them. */
export const ALL_PACKAGES_FOLDER = import.meta.dirname
