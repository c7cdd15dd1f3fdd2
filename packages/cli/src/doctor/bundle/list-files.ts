import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { UsageError } from '../../usage-error.js'

const IGNORED = ['node_modules', '.git']

export interface BundleFiles {
  /** Each file once, by its path in the directory. */
  files: string[]
  /** Links that are broken or point outside of the directory. */
  strayLinks: string[]
}

/**
 * Lists the files of a directory recursively. Follows links inside of the directory last, so that a file is listed by its
 * real path if it has one.
 *
 * @throws {UsageError} if the directory does not exist
 */
export async function listFiles(directory: string): Promise<BundleFiles> {
  const stats = await stat(directory).catch(() => undefined)
  if (!stats?.isDirectory()) throw new UsageError(`Directory not found: ${directory}`)
  const root = await realpath(directory)
  const seen = new Set<string>()
  const files: string[] = []
  const links: string[] = []
  const strayLinks: string[] = []

  async function add(file: string, target: string, isDirectory: boolean): Promise<void> {
    if (seen.has(target)) return
    seen.add(target)
    if (isDirectory) await walk(file, target)
    else files.push(file)
  }

  async function walk(below: string, target: string): Promise<void> {
    const entries = await readdir(target, { withFileTypes: true })
    for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
      if (IGNORED.includes(entry.name)) continue
      const file = path.join(below, entry.name)
      if (entry.isSymbolicLink()) links.push(file)
      else if (entry.isFile() || entry.isDirectory()) {
        await add(file, path.join(target, entry.name), entry.isDirectory())
      }
    }
  }

  await add('', root, true)
  // The target of a link can contain more links.
  for (const link of links) {
    const target = await realpath(path.join(root, link)).catch(() => undefined)
    if (target === undefined || !isInside(root, target)) strayLinks.push(link)
    else await add(link, target, (await stat(target)).isDirectory())
  }
  return { files, strayLinks }
}

function isInside(root: string, target: string): boolean {
  const relative = path.relative(root, target)
  return !path.isAbsolute(relative) && relative.split(path.sep)[0] !== '..'
}
