import type { ClientClock } from '../time/clock.js'
import { withDeadline } from '../time/with-deadline.js'
import { readBytes } from '../upload/to-bytes.js'
import type { KeptFiles } from './kept-files.js'
import type { StoredFile } from './stored-file.js'
import { isFile } from './to-files.js'

// A store that hangs must not delay a page.
const LONGEST_MS = 10_000

/** Returns the files of earlier pages by their ids; none when the store does not answer. Bytes that are lost are left out. */
export async function restoreFiles(kept: KeptFiles, clock: ClientClock): Promise<[string, StoredFile][]> {
  const createError = (): Error => new Error('The store for unfinished uploads did not answer in time')
  const found = await withDeadline(clock, LONGEST_MS, createError, undefined, () => kept.restore()).catch(
    () => new Map<string, StoredFile>(),
  )
  return Promise.all(
    [...found].map(async ([id, stored]): Promise<[string, StoredFile]> => [id, await withReadable(stored)]),
  )
}

/** Browsers may have deleted the bytes of a stored file. */
async function withReadable(stored: StoredFile): Promise<StoredFile> {
  const { file, ...rest } = stored
  const isReadable =
    isFile(file) &&
    file.size === stored.sizeBytes &&
    (await readBytes(file.slice(0, 1), stored.name).then(
      () => true,
      () => false,
    ))
  return isReadable ? stored : rest
}
