import { DAY_MS } from '../../resumable/resumable-session.js'
import { pruneStore } from '../../resumable/prune-store.js'
import type { ResumeStore } from '../../resumable/resume-store.js'
import type { ClientClock } from '../../time/clock.js'
import type { KeptFile, RestoredFile, StoredFile } from '../stored-file.js'
import { createKeptSpace } from './create-kept-space.js'
import { createPageLock, findHeldLocks } from './page-lock.js'
import { fileKeyOf } from './parse-stored-file.js'
import { deleteRanges, deleteStored, updateIndex, type StoredRange } from './queue-index.js'
import { readRange } from './read-range.js'

/** Stores the files of one queue. No method fails. */
export interface FileKeeper {
  /** Stores files in the background. Bytes over the limit, or that cannot be stored, are left out. */
  keep(files: readonly KeptFile[]): void
  /** Notes whether a file is paused. */
  setPaused(id: string, isPaused: boolean): void
  /** Deletes a file that needs no restoring. */
  forget(id: string): void
  /** Deletes all files of the owner, because the user signed out, and keeps none of the next user. */
  forgetOwner(): void
  /** Returns the files of earlier pages. Other queues do not get them any more. */
  restore(): Promise<RestoredFile[]>
  /** Leaves the files to another queue. */
  release(): void
}

export interface KeeperSettings {
  store: ResumeStore
  keepBytes: number
  /** The user. Files of another one are deleted. */
  owner: string
  /** The prefix of the ids of this queue. */
  holder: string
  /** The upload route. */
  scope: string
  clock: ClientClock
}

/** The list of stored files is written once for so many. */
const RESERVED = 100
/** The files of other routes are deleted then. A page may have added files after it wrote the list. */
const FORGOTTEN_AFTER_MS = 2 * DAY_MS

export function createFileKeeper(settings: KeeperSettings): FileKeeper {
  const { store, keepBytes, owner, holder, scope, clock } = settings
  const lock = createPageLock(holder)
  const space = createKeptSpace(keepBytes)
  /** The files of this queue, with the end of their write. `undefined` before it starts. */
  const files = new Map<string, Promise<unknown> | undefined>()
  const deletions = new Map<string, Promise<unknown>>()
  const paused = new Set<string>()
  /** The ranges whose paused files are known. Those of a claimed range are read first. */
  const known = new Set([holder])
  let last: Promise<unknown> = Promise.resolve()
  let reserved = 0
  let isPruned = false
  let isPauseWritten = true
  let isOver = false

  const hasEnded = (): boolean => isOver

  function inTurn(work: () => unknown): void {
    last = last.then(work).catch(() => undefined)
  }

  function open(): void {
    lock.hold()
    if (!isPruned) void pruneStore(store, clock, owner)
    isPruned = true
  }

  function reset(): void {
    for (const one of [files, paused, known, space]) one.clear()
    reserved = 0
  }

  const update = (change: (ranges: readonly StoredRange[]) => Promise<StoredRange[]> | StoredRange[]) =>
    updateIndex(store, owner, async (ranges) =>
      (await change(ranges)).map((range) =>
        range.holder === holder && known.has(range.prefix) ? { ...range, paused: pausedIn(range) } : range,
      ),
    )

  const pausedIn = ({ prefix }: StoredRange): number[] =>
    [...paused].filter((id) => id.startsWith(`${prefix}-`)).map((id) => Number(id.slice(prefix.length + 1)))

  async function reserve(number: number): Promise<void> {
    if (number <= reserved) return
    const to = number + RESERVED
    await update((ranges) => [
      ...ranges.filter(({ prefix }) => prefix !== holder),
      { prefix: holder, from: 1, to, scope, holder, writtenAtMs: clock.wallMs() },
    ])
    reserved = to
  }

  async function write({ id, stored: { file, ...stored } }: KeptFile): Promise<void> {
    const value: StoredFile = { ...stored, owner }
    await deletions.get(id)
    if (file && (await space.take(id, file.size))) {
      try {
        await store.set(fileKeyOf(id), { ...value, file } satisfies StoredFile)
        return
      } catch {
        // Private windows of Safari store no files.
        space.free(id)
      }
    }
    await store.set(fileKeyOf(id), value)
  }

  function forget(id: string): void {
    const writing = files.get(id)
    if (!files.delete(id)) return
    paused.delete(id)
    // A file whose turn has not come is not written.
    if (!writing) return
    const deletion = writing.then(() => {
      space.free(id)
      return deleteStored(store, id)
    })
    deletions.set(id, deletion)
    void deletion.then(() => deletions.delete(id))
  }

  return {
    keep(added) {
      const wanted = isOver ? [] : added.filter(({ id }) => !files.has(id))
      for (const { id } of wanted) files.set(id, undefined)
      inTurn(async () => {
        // The queue may have been destroyed, and must not hold the lock again.
        if (!wanted.some(({ id }) => files.has(id))) return
        open()
        await reserve(wanted.reduce((most, { number }) => Math.max(most, number), 0))
        for (const file of wanted) {
          if (!files.has(file.id) || files.get(file.id)) continue
          const writing = write(file).catch(() => undefined)
          files.set(file.id, writing)
          await writing
        }
      })
    },
    setPaused(id, isPaused) {
      if (!files.has(id) || paused.has(id) === isPaused) return
      if (isPaused) paused.add(id)
      else paused.delete(id)
      if (!isPauseWritten) return
      isPauseWritten = false
      inTurn(() => {
        isPauseWritten = true
        return update((ranges) => [...ranges])
      })
    },
    forget,
    forgetOwner() {
      isOver = true
      reset()
      inTurn(() => updateIndex(store, owner, (ranges) => deleteRanges(store, ranges).then(() => [])))
      // The list of another user may have replaced the one with these files.
      inTurn(() => store.deleteOwner?.(owner))
    },
    async restore() {
      if (hasEnded()) return []
      open()
      const claimed = new Map<string, StoredRange>()
      await update(async (ranges) => {
        const isHeld = await findHeldLocks()
        const next: StoredRange[] = []
        for (const range of ranges) {
          const isOld = Math.abs(clock.wallMs() - range.writtenAtMs) >= FORGOTTEN_AFTER_MS
          if (range.holder === holder || isHeld(range.holder)) next.push(range)
          else if (range.scope === scope) {
            claimed.set(range.prefix, range)
            next.push({ ...range, holder, writtenAtMs: clock.wallMs() })
          } else if (isOld) await deleteRanges(store, [range])
          else next.push(range)
        }
        return next
      })
      // The list is not locked meanwhile, because many files take a while.
      const found: RestoredFile[] = []
      for (const range of claimed.values()) found.push(...(await readRange(store, range, owner, clock)))
      if (hasEnded()) return []
      for (const prefix of claimed.keys()) known.add(prefix)
      for (const { id, stored, isPaused } of found) {
        files.set(id, WRITTEN)
        if (isPaused) paused.add(id)
        if (stored.file) space.note(id, stored.file.size)
      }
      if (claimed.size > 0) inTurn(() => update((ranges) => narrow(ranges, claimed, found)))
      return found
    },
    release() {
      isOver = true
      // A pause that was not written yet still is.
      files.clear()
      lock.release()
    },
  }
}

const WRITTEN = Promise.resolve()

/** Limits the claimed ranges to the files that were found. */
function narrow(
  ranges: readonly StoredRange[],
  claimed: ReadonlyMap<string, StoredRange>,
  found: readonly RestoredFile[],
): StoredRange[] {
  return ranges.flatMap((range) => {
    if (!claimed.has(range.prefix)) return [range]
    const numbers = found.filter(({ prefix }) => prefix === range.prefix).map(({ number }) => number)
    if (numbers.length === 0) return []
    return [{ ...range, from: Math.min(...numbers), to: Math.max(...numbers) }]
  })
}
