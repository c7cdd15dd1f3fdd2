import type { ResumeStore } from '../../resumable/resume-store.js'
import type { ClientClock } from '../../time/clock.js'
import type { RestoredFile } from '../stored-file.js'
import { fileKeyOf, parseStoredFile } from './parse-stored-file.js'
import { deleteStored, idsOf, type StoredRange } from './queue-index.js'
import { readableFile } from './readable-file.js'

const READ_TOGETHER = 50

/** Reads the files of a range. Expired ones are deleted, and bytes that are lost are left out. */
export async function readRange(
  store: ResumeStore,
  range: StoredRange,
  owner: string,
  clock: ClientClock,
): Promise<RestoredFile[]> {
  const { prefix, from } = range
  const ids = idsOf(range)
  const paused = new Set(range.paused)

  async function read(id: string, number: number): Promise<RestoredFile[]> {
    const value = await store.get(fileKeyOf(id))
    if (value === undefined) return []
    const stored = parseStoredFile(value, owner, clock.wallMs())
    if (stored)
      return [{ id, prefix, number, isPaused: paused.has(number), stored: await readableFile(stored) }]
    void deleteStored(store, id)
    return []
  }

  const found: RestoredFile[] = []
  for (let start = 0; start < ids.length; start += READ_TOGETHER) {
    const some = ids.slice(start, start + READ_TOGETHER)
    const batch = await Promise.all(some.map((id, index) => read(id, from + start + index)))
    found.push(...batch.flat())
  }
  return found
}
