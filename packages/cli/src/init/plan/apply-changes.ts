import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Change } from './change.js'

/**
 * Writes the planned files.
 *
 * @throws {Error} if a file that is to be created exists by now, or cannot be written
 */
export async function applyChanges(directory: string, changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    if (change.kind !== 'create' && change.kind !== 'edit') continue
    const file = path.join(directory, change.path)
    await mkdir(path.dirname(file), { recursive: true })
    // `wx` fails if the file was created since it was planned.
    await writeFile(file, change.after, { flag: change.kind === 'create' ? 'wx' : 'w' })
  }
}
