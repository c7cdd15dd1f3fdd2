import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

export const ROOT = path.resolve(import.meta.dirname, '../..')

/** The folders of the published packages, relative to the root. */
export const PUBLISHED_FOLDERS = readdirSync(path.join(ROOT, 'packages'))
  .map((name) => `packages/${name}`)
  // After switching branches, a removed package's folder may remain with ignored files.
  .filter((folder) => existsSync(path.join(ROOT, folder, 'package.json')) && !isPrivate(folder))

/** @param {string} folder */
function isPrivate(folder) {
  return JSON.parse(readFileSync(path.join(ROOT, folder, 'package.json'), 'utf8')).private === true
}
