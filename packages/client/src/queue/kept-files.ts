import type { ClientClock } from '../time/clock.js'
import { createPageLock, findHeldLocks } from './page-lock.js'
import { withinSecond } from '../time/within-second.js'
import type { QueueSettings } from './parse-queue-options.js'
import { deleteRanges, idsOf, updateIndex, type StoredRange } from './queue-index.js'
import { deleteStored, fileKeyOf, LONGEST_KEPT_MS, parseStoredFile, type StoredFile } from './stored-file.js'

/** Keeps the files of unfinished uploads for `restore`. No method fails, and none delays an upload. */
export interface KeptFiles {
  /**
   * Stores files in the background. Bytes over the limit, or that cannot be stored, are left out.
   *
   * @returns whether the files can be restored: not after the owner has signed out
   */
  keep(files: readonly KeptFile[]): boolean
  /** Deletes a file that needs no restoring. */
  forget(id: string): void
  /** Deletes all files of the owner, because the user signed out, and keeps none of the next user. */
  forgetOwner(): void
  /** Returns the files of earlier pages by their ids. Other queues do not get them any more. */
  restore(): Promise<Map<string, StoredFile>>
  /** Leaves the files to another queue. */
  release(): void
}

export interface KeptFile {
  id: string
  /** The number in the id. */
  number: number
  stored: Omit<StoredFile, 'owner'>
}

/** The list of stored files is written once for so many. */
const RESERVED = 100
const READ_TOGETHER = 50
/** The files of other routes are deleted then. A page may have added files after it wrote the list. */
const FORGOTTEN_AFTER_MS = 2 * LONGEST_KEPT_MS
/** Smaller files are stored without asking how much space is free. */
const LEAST_ESTIMATED_BYTES = 1_000_000

/**
 * @param owner the user. Files of another one are deleted
 * @param holder the prefix of the ids of this queue
 */
export function createKeptFiles(
  { resumeStore: store, keepBytes, target }: QueueSettings<unknown>,
  owner: string,
  holder: string,
  clock: ClientClock,
): KeptFiles {
  const lock = createPageLock(holder)
  const scope = target.route?.name ?? ''
  /** The sizes of stored bytes. */
  const keptBytes = new Map<string, number>()
  const wanted = new Set<string>()
  const writes = new Map<string, Promise<unknown>>()
  let last: Promise<unknown> = Promise.resolve()
  let usedBytes = 0
  let reserved = 0
  let isOver = false

  function note(id: string, bytes: number): void {
    keptBytes.set(id, bytes)
    usedBytes += bytes
  }

  function release(id: string): void {
    usedBytes -= keptBytes.get(id) ?? 0
    keptBytes.delete(id)
  }

  function reset(): void {
    for (const one of [wanted, keptBytes, writes]) one.clear()
    usedBytes = 0
    reserved = 0
  }

  async function reserve(number: number): Promise<void> {
    await lock.hold()
    if (number <= reserved) return
    const to = number + RESERVED
    await updateIndex(store, owner, (ranges) => [
      ...ranges.filter(({ prefix }) => prefix !== holder),
      { prefix: holder, from: 1, to, scope, holder, writtenAtMs: clock.wallMs() },
    ])
    reserved = to
  }

  async function write({ id, stored: { file, ...stored } }: KeptFile): Promise<void> {
    release(id)
    if (file && (await hasSpaceFor(file.size))) {
      note(id, file.size)
      try {
        await store.set(fileKeyOf(id), { ...stored, owner, file } satisfies StoredFile)
        return
      } catch {
        // Private windows of Safari store no files.
        release(id)
      }
    }
    await store.set(fileKeyOf(id), { ...stored, owner } satisfies StoredFile)
  }

  async function hasSpaceFor(bytes: number): Promise<boolean> {
    if (usedBytes + bytes > keepBytes) return false
    if (bytes < LEAST_ESTIMATED_BYTES) return true
    const storage = (globalThis.navigator as Partial<Navigator> | undefined)?.storage
    const { quota = Infinity, usage = 0 } =
      (storage && (await withinSecond(() => storage.estimate(), {}))) ?? {}
    return bytes <= quota - usage
  }

  async function readRange(
    range: StoredRange,
    found: Map<string, StoredFile>,
  ): Promise<StoredRange | undefined> {
    const ids = idsOf(range)
    const numbers: number[] = []
    for (let start = 0; start < ids.length; start += READ_TOGETHER) {
      const some = ids.slice(start, start + READ_TOGETHER)
      const values = await Promise.all(some.map(async (id) => store.get(fileKeyOf(id))))
      values.forEach((value, index) => {
        const id = some[index]
        const stored = parseStoredFile(value, owner, clock.wallMs())
        if (id === undefined || value === undefined) return
        if (!stored) {
          void deleteStored(store, id)
          return
        }
        found.set(id, stored)
        numbers.push(range.from + start + index)
      })
    }
    if (numbers.length === 0) return undefined
    return {
      ...range,
      from: Math.min(...numbers),
      to: Math.max(...numbers),
      holder,
      writtenAtMs: clock.wallMs(),
    }
  }

  return {
    keep(files) {
      if (isOver) return false
      for (const { id } of files) wanted.add(id)
      last = last
        .then(async () => {
          // The queue may have been destroyed, and must not hold the lock again.
          if (!files.some(({ id }) => wanted.has(id))) return
          await reserve(files.reduce((most, { number }) => Math.max(most, number), 0))
          for (const file of files) {
            if (!wanted.has(file.id)) continue
            const writing = write(file).catch(() => undefined)
            writes.set(file.id, writing)
            await writing
          }
        })
        .catch(() => undefined)
      return true
    },
    forget(id) {
      if (!wanted.delete(id)) return
      release(id)
      // A file whose turn has not come is not written.
      void writes.get(id)?.then(() => deleteStored(store, id))
      writes.delete(id)
    },
    forgetOwner() {
      isOver = true
      reset()
      last = last
        .then(() => updateIndex(store, owner, (ranges) => deleteRanges(store, ranges).then(() => [])))
        // The list of another user may have replaced the one with these files.
        .then(() => store.deleteOwner?.(owner))
        .catch(() => undefined)
    },
    async restore() {
      const found = new Map<string, StoredFile>()
      if (isOver) return found
      await lock.hold()
      await updateIndex(store, owner, async (ranges) => {
        const isHeld = await findHeldLocks()
        const next: StoredRange[] = []
        for (const range of ranges) {
          const isInUse = range.holder === holder || isHeld(range.holder)
          const isOld = Math.abs(clock.wallMs() - range.writtenAtMs) >= FORGOTTEN_AFTER_MS
          if (isInUse || (!isOld && range.scope !== scope)) next.push(range)
          else if (range.scope !== scope) await deleteRanges(store, [range])
          else next.push(...[await readRange(range, found)].filter((one) => one !== undefined))
        }
        return next
      })
      for (const [id, { file }] of found) {
        wanted.add(id)
        writes.set(id, Promise.resolve())
        if (file) note(id, file.size)
      }
      return found
    },
    release() {
      reset()
      lock.release()
    },
  }
}
