import type { ResumeStore } from '../../resumable/resume-store.js'
import { INDEX_KEY, partsKeyOf } from '../stored-file.js'
import { inIndexLock } from './in-index-lock.js'
import { fileKeyOf } from './parse-stored-file.js'

/** The stored files of one queue: a store cannot list its keys. */
export interface StoredRange {
  /** The files are numbered: their ids are the prefix, a hyphen and a number. */
  prefix: string
  from: number
  to: number
  /** The numbers of the files that are paused. */
  paused?: number[]
  /** The upload route. Files of another one are not restored. */
  scope: string
  /** The queue that sends them, while its page is open. */
  holder: string
  /** When the range was last written, in Unix **milliseconds**. */
  writtenAtMs: number
}

/** The list of all stored files. It belongs to one user. */
interface QueueIndex {
  owner: string
  ranges: StoredRange[]
}

const DELETED_TOGETHER = 50

/**
 * Changes the list of stored files. No other tab changes it at the same time. The files of another owner are deleted first.
 *
 * @param change returns the new ranges
 */
export function updateIndex(
  store: ResumeStore,
  owner: string,
  change: (ranges: readonly StoredRange[]) => Promise<StoredRange[]> | StoredRange[],
): Promise<void> {
  return inIndexLock(store, async () => {
    const stored = parseIndex(await store.get(INDEX_KEY))
    const isOurs = stored?.owner === owner
    if (stored && !isOurs) await deleteRanges(store, stored.ranges)
    const ranges = await change(isOurs ? stored.ranges : [])
    if (ranges.length > 0) await store.set(INDEX_KEY, { owner, ranges } satisfies QueueIndex)
    else await store.delete(INDEX_KEY)
  })
}

/** Deletes the files of ranges, and the sessions of their parts. */
export async function deleteRanges(store: ResumeStore, ranges: readonly StoredRange[]): Promise<void> {
  const ids = ranges.flatMap(idsOf)
  for (let start = 0; start < ids.length; start += DELETED_TOGETHER) {
    await Promise.all(ids.slice(start, start + DELETED_TOGETHER).map((id) => deleteStored(store, id)))
  }
}

/** Deletes a file, and the session of its parts. Store errors must not fail an upload. */
export async function deleteStored(store: ResumeStore, id: string): Promise<void> {
  await Promise.allSettled([fileKeyOf(id), partsKeyOf(id)].map(async (key) => store.delete(key)))
}

const idOf = (prefix: string, number: number): string => `${prefix}-${String(number)}`

export const idsOf = ({ prefix, from, to }: StoredRange): string[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => idOf(prefix, from + index))

function parseIndex(value: unknown): QueueIndex | undefined {
  const { owner, ranges } = Object(value) as Partial<QueueIndex>
  if (typeof owner !== 'string' || !Array.isArray(ranges)) return undefined
  return { owner, ranges: ranges.filter(isRange) }
}

function isRange(value: unknown): value is StoredRange {
  const { prefix, from, to, paused = [], scope, holder, writtenAtMs } = Object(value) as Partial<StoredRange>
  const areTexts = [prefix, scope, holder].every((text) => typeof text === 'string')
  const areNumbers = [from, to].every(Number.isSafeInteger) && typeof writtenAtMs === 'number'
  return areTexts && areNumbers && Array.isArray(paused)
}
