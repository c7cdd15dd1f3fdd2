import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Lists the files in a folder and its subfolders that match a pattern.
 *
 * @param {string} folder
 * @param {RegExp} pattern
 * @returns {Promise<string[]>} "file: first match"
 */
export async function filesWith(folder, pattern) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
  const found = await Promise.all(
    files.map(async (file) => {
      const match = pattern.exec(await readFile(file, 'latin1'))
      return match ? [`${path.relative(folder, file)}: ${match[0]}`] : []
    }),
  )
  return found.flat()
}
