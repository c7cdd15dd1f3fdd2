import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { UsageError } from '../../usage-error.js'

const NEVER_SENT = new Set(['node_modules', '.git'])

/**
 * Lists the files of a directory and those below it, by their paths in it. Links are not followed.
 *
 * @throws {UsageError} when there is no such directory.
 */
export async function* listFiles(directory: string): AsyncGenerator<string> {
  const stats = await stat(directory).catch(() => undefined)
  if (!stats?.isDirectory()) throw new UsageError(`There is no such directory: ${directory}`)
  yield* walk(directory, '')
}

async function* walk(directory: string, below: string): AsyncGenerator<string> {
  const entries = await readdir(path.join(directory, below), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => a.name.localeCompare(b.name, 'en'))) {
    const inside = path.join(below, entry.name)
    if (entry.isDirectory() && !NEVER_SENT.has(entry.name)) yield* walk(directory, inside)
    if (entry.isFile()) yield inside
  }
}
