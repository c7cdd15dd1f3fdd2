import { withLock } from '../../resumable/with-lock.js'
import { withinSecond } from '../../time/within-second.js'

/** The lock that shows other tabs that a queue is in use. It ends with the page. */
export interface PageLock {
  /** Requests the lock, unless that was done. A browser that never grants it must not delay the files. */
  hold(): void
  release(): void
}

/** The queues of this page that are in use, also without Web Locks. */
const holders = new Set<string>()
const nameOf = (holder: string): string => `queue/${holder}`

export function createPageLock(holder: string): PageLock {
  let held: AbortController | undefined

  return {
    hold() {
      if (held) return
      const { signal } = (held = new AbortController())
      holders.add(holder)
      const untilReleased = (): Promise<void> =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            resolve()
          })
        })
      void withLock(nameOf(holder), signal, untilReleased).catch(() => undefined)
    },
    release() {
      holders.delete(holder)
      held?.abort()
      held = undefined
    },
  }
}

/** Returns a function that checks whether a queue is in use in any tab. Without Web Locks, only this page is known. */
export async function findHeldLocks(): Promise<(holder: string) => boolean> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks
  // Some pages, like sandboxed iframes, may not use locks.
  const { held = [] } = (locks && (await withinSecond(() => locks.query(), {}))) ?? {}
  const names = new Set(held.map(({ name }) => name))
  return (holder) => holders.has(holder) || names.has(`secure-uploading/${nameOf(holder)}`)
}
