import type { QueueEntry } from './queue-entry.js'
import type { UploadItem, UploadItemStatus } from './upload-item.js'
import type { UploadQueueState } from './upload-queue.js'

/** The entries of a queue, and the snapshot of their items. */
export interface ItemStore<Data> {
  readonly entries: ReadonlyMap<string, QueueEntry<Data>>
  /** Returns the entries with one of the statuses: all, or the one with the id. */
  entriesIn(statuses: readonly UploadItemStatus[], id?: string): QueueEntry<Data>[]
  insert(entry: QueueEntry<Data>): void
  /**
   * Replaces the item by a changed one. Speed, time left, waiting and error end with each change that does not set them. An
   * entry that was removed is left unchanged.
   */
  change(entry: QueueEntry<Data>, changes: Partial<UploadItem<Data>>): void
  delete(entry: QueueEntry<Data>): void
  /** How many files count for `maxFiles`. */
  fileCount(): number
  /** How many items are not final. */
  openCount(): number
  /** Allows the progress to decrease. */
  restart(): void
  /** Marks the snapshot as changed. */
  touch(): void
  /** Returns whether something has changed since the last call. */
  takeChange(): boolean
  snapshot(statusOf: (counts: Counts) => UploadQueueState['status']): UploadQueueState<Data>
}

type Counts = Record<UploadItemStatus, number>

/** @param onSettled called when every item is final */
export function createItemStore<Data>(onSettled: () => void): ItemStore<Data> {
  const entries = new Map<string, QueueEntry<Data>>()
  const counts: Counts = { ...NO_COUNTS }
  let last: UploadQueueState<Data> | undefined
  let highest = 0
  let isChanged = false

  function count(status: UploadItemStatus, by: 1 | -1): void {
    counts[status] += by
    touch()
  }
  function touch(): void {
    last = undefined
    isChanged = true
  }
  const failedCount = (): number => counts.rejected + counts.canceled + counts.failed
  const openCount = (): number => entries.size - failedCount() - counts.uploaded

  return {
    entries,
    entriesIn(statuses, id) {
      const entry = id === undefined ? undefined : entries.get(id)
      const picked = id === undefined ? [...entries.values()] : entry ? [entry] : []
      return picked.filter(({ item }) => statuses.includes(item.status))
    },
    insert(entry) {
      entries.set(entry.item.id, entry)
      count(entry.item.status, 1)
      highest = 0
    },
    change(entry, changes) {
      if (entries.get(entry.item.id) !== entry) return
      count(entry.item.status, -1)
      const { secondsLeft: _left, waitingFor: _waiting, error: _error, ...lasting } = entry.item
      entry.item = { ...lasting, bytesPerSecond: 0, ...changes }
      count(entry.item.status, 1)
      if (openCount() === 0) onSettled()
    },
    delete(entry) {
      if (!entries.delete(entry.item.id)) return
      count(entry.item.status, -1)
      highest = 0
      if (openCount() === 0) onSettled()
    },
    fileCount: () => entries.size - failedCount(),
    openCount,
    restart() {
      highest = 0
    },
    touch,
    takeChange() {
      const taken = isChanged
      isChanged = false
      return taken
    },
    snapshot(statusOf) {
      if (last) return last
      const items = Array.from(entries.values(), ({ item }) => item)
      const sums = addUp(items)
      highest = Math.max(highest, sums.progress)
      last = { ...sums, items, progress: highest, status: statusOf(counts), counts: { ...counts } }
      return last
    },
  }
}

const NO_COUNTS: Counts = {
  rejected: 0,
  'needs-file': 0,
  queued: 0,
  uploading: 0,
  processing: 0,
  paused: 0,
  waiting: 0,
  failed: 0,
  canceled: 0,
  uploaded: 0,
}

const EXCLUDED: readonly UploadItemStatus[] = ['rejected', 'canceled', 'failed']

function addUp(
  items: readonly UploadItem[],
): Pick<UploadQueueState, 'progress' | 'sentBytes' | 'totalBytes' | 'bytesPerSecond' | 'secondsLeft'> {
  let sentBytes = 0
  let totalBytes = 0
  let bytesPerSecond = 0
  // An empty file has no bytes, and still a share in the progress.
  let sentShare = 0
  let totalShare = 0
  for (const item of items) {
    if (EXCLUDED.includes(item.status)) continue
    sentBytes += item.sentBytes
    totalBytes += item.sizeBytes
    bytesPerSecond += item.bytesPerSecond
    sentShare += item.progress * Math.max(1, item.sizeBytes)
    totalShare += Math.max(1, item.sizeBytes)
  }
  const progress = totalShare > 0 ? Math.min(1, sentShare / totalShare) : 0
  const left = secondsLeftOf(totalBytes - sentBytes, bytesPerSecond)
  return { progress, sentBytes, totalBytes, bytesPerSecond, ...left }
}

/** Returns nothing while the time cannot be estimated. */
export const secondsLeftOf = (bytes: number, bytesPerSecond: number): { secondsLeft?: number } =>
  bytesPerSecond > 0 ? { secondsLeft: Math.ceil(bytes / bytesPerSecond) } : {}
