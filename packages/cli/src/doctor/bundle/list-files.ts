import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { UsageError } from '../../usage-error.js'

const NEVER_SENT = ['node_modules', '.git']

export interface BundleFiles {
  /** Each file once, by a path in the directory. */
  files: string[]
  /** Links that lead out of the directory, or nowhere. */
  strayLinks: string[]
}

/**
 * Lists the files of a directory and those below it. Links that stay inside are followed, last: what has a path without
 * one goes by that.
 *
 * @throws {UsageError} when there is no such directory.
 */
export async function listFiles(directory: string): Promise<BundleFiles> {
  const stats = await stat(directory).catch(() => undefined)
  if (!stats?.isDirectory()) throw new UsageError(`There is no such directory: ${directory}`)
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
      if (NEVER_SENT.includes(entry.name)) continue
      const file = path.join(below, entry.name)
      if (entry.isSymbolicLink()) links.push(file)
      else if (entry.isFile() || entry.isDirectory()) {
        await add(file, path.join(target, entry.name), entry.isDirectory())
      }
    }
  }

  await add('', root, true)
  // What one leads to may hold others.
  for (const link of links) {
    const target = await realpath(path.join(root, link)).catch(() => undefined)
    if (target === undefined || !isInside(root, target)) strayLinks.push(link)
    else await add(link, target, (await stat(target)).isDirectory())
  }
  return { files, strayLinks }
}

function isInside(root: string, target: string): boolean {
  const way = path.relative(root, target)
  return !path.isAbsolute(way) && way.split(path.sep)[0] !== '..'
}
