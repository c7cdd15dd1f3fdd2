import type { ResumeStore } from '../../resumable/resume-store.js'
import { withLock } from '../../resumable/with-lock.js'
import { systemClock } from '../../time/clock.js'
import { startTimer } from '../../time/start-timer.js'

/** The change of the list that is under way in this page, for browsers without Web Locks. */
const changes = new WeakMap<ResumeStore, Promise<unknown>>()
// A tab changes the list within milliseconds. A lock that is not granted must not delay the files.
const LONGEST_MS = 2000

/** Runs a function while no other tab or queue changes the list of stored files, and after 2 seconds in any case. */
export function inIndexLock<T>(store: ResumeStore, run: () => Promise<T>): Promise<T> {
  const previous = changes.get(store) ?? Promise.resolve()
  const turn = new Promise<T>((resolve, reject) => {
    const waiting = new AbortController()
    let isStarted = false
    const start = async (): Promise<void> => {
      if (isStarted) return
      isStarted = true
      stop()
      await run().then(resolve, reject)
    }
    const stop = startTimer(
      systemClock,
      () => {
        void start()
        waiting.abort()
      },
      LONGEST_MS,
    )
    void previous.then(() => withLock('queue-index', waiting.signal, start)).catch(() => undefined)
  })
  changes.set(
    store,
    turn.catch(() => undefined),
  )
  return turn
}
