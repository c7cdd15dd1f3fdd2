import { withLock } from '../resumable/with-lock.js'
import { withinSecond } from '../time/within-second.js'

/** The lock that shows other tabs that a queue is in use. It ends with the page. */
export interface PageLock {
  /** Resolves when the lock is held, and immediately without Web Locks. */
  hold(): Promise<void>
  release(): void
}

const nameOf = (holder: string): string => `queue/${holder}`

export function createPageLock(holder: string): PageLock {
  let held: { isHeld: Promise<void>; release: () => void } | undefined

  function start() {
    const ending = new AbortController()
    const isHeld = new Promise<void>((resolve) => {
      void withLock(nameOf(holder), ending.signal, () => {
        resolve()
        return new Promise<void>((end) => {
          ending.signal.addEventListener('abort', () => {
            end()
          })
        })
      }).catch(() => undefined)
    })
    return {
      isHeld,
      release: () => {
        ending.abort()
      },
    }
  }

  return {
    hold: () => (held ??= start()).isHeld,
    release() {
      held?.release()
      held = undefined
    },
  }
}

/** Returns a function that checks whether a queue is in use in any tab. Without Web Locks, it is unknown. */
export async function findHeldLocks(): Promise<(holder: string) => boolean> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks
  // Some pages, like sandboxed iframes, may not use locks.
  const { held = [] } = (locks && (await withinSecond(() => locks.query(), {}))) ?? {}
  const names = new Set(held.map(({ name }) => name))
  return (holder) => names.has(`secure-uploading/${nameOf(holder)}`)
}
