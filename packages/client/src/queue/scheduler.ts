import type { ClientClock } from '../time/clock.js'
import { createAdaptiveLimit } from '../upload/create-adaptive-limit.js'
import type { QueueEntry } from './queue-entry.js'

/** Decides which files are sent now, in the order of the list. */
export interface Scheduler<Data> {
  /** Sends the entry at its turn, if its status is `queued` then. */
  enqueue: (entry: QueueEntry<Data>) => void
  /** Starts as many entries as the limit allows. */
  pump: () => void
  /** Notes that an entry sends no more bytes. */
  release(entry: QueueEntry<Data>): void
  /** Lends the slot of an entry that waits for a retry to other files. */
  setWaiting(entry: QueueEntry<Data>, isWaiting: boolean): void
  /** Notes the bytes that were sent, to measure the throughput. */
  measure: (bytes: number) => void
  /** Sends fewer files at the same time, because the server throttles. */
  slowDown: () => void
}

interface Slot {
  weight: number
  isWaiting: boolean
}

/** A file in parts sends at least so many requests at the same time. */
const WEIGHT_OF_LARGE = 3
/** How many times the limit may be started, when files wait for a retry. */
const MOST_STARTED = 2

/**
 * @param concurrency how many files are sent at the same time. `undefined` adapts it, with fewer large files than small ones
 * @param isLarge whether a file is sent in parts
 * @param begin sends an entry
 */
export function createScheduler<Data>(
  clock: ClientClock,
  concurrency: number | undefined,
  isLarge: (entry: QueueEntry<Data>) => boolean,
  begin: (entry: QueueEntry<Data>) => void,
): Scheduler<Data> {
  const limit = createAdaptiveLimit(clock, concurrency)
  /** Sorted. May contain entries that are no longer queued. */
  const ready: QueueEntry<Data>[] = []
  const isReady = new Set<QueueEntry<Data>>()
  const slots = new Map<QueueEntry<Data>, Slot>()

  function fits(weight: number): boolean {
    const used = [...slots.values()]
    const busy = used.filter(({ isWaiting }) => !isWaiting)
    // The limit of the caller is exact.
    const most = concurrency === undefined ? limit.current() * MOST_STARTED : limit.current()
    if (used.length === 0) return true
    return (busy.length === 0 || sumOf(busy) + weight <= limit.current()) && sumOf(used) + weight <= most
  }

  function pump(): void {
    for (;;) {
      const [entry] = ready
      if (!entry) return
      const isQueued = entry.item.status === 'queued'
      const weight = concurrency === undefined && isLarge(entry) ? WEIGHT_OF_LARGE : 1
      if (isQueued && !fits(weight)) return
      ready.shift()
      isReady.delete(entry)
      if (!isQueued) continue
      slots.set(entry, { weight, isWaiting: false })
      begin(entry)
    }
  }

  return {
    enqueue(entry) {
      if (isReady.has(entry)) return
      isReady.add(entry)
      let index = ready.length
      while (index > 0 && (ready[index - 1]?.order ?? 0) > entry.order) index--
      ready.splice(index, 0, entry)
    },
    pump,
    release(entry) {
      if (slots.delete(entry)) pump()
    },
    setWaiting(entry, isWaiting) {
      const slot = slots.get(entry)
      if (!slot || slot.isWaiting === isWaiting) return
      slot.isWaiting = isWaiting
      if (isWaiting) pump()
    },
    measure: limit.measure,
    slowDown: limit.slowDown,
  }
}

const sumOf = (slots: readonly Slot[]): number => slots.reduce((sum, { weight }) => sum + weight, 0)
