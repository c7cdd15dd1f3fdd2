import { reasonOf } from '../time/abort.js'
import { systemClock } from '../time/clock.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { startTimer } from '../time/start-timer.js'
import { withinSecond } from '../time/within-second.js'

/** The lock of one upload, which is shared with the other tabs of the browser. */
export interface UploadLock {
  /** Whether another tab waits for the lock. */
  isWanted(): Promise<boolean>
}

const UNLOCKED: UploadLock = { isWanted: () => Promise.resolve(false) }
/** A free lock is granted within milliseconds. */
const LONGEST_GRANT_MS = 1000

/**
 * Runs a function while no other tab runs one with this name, so that two tabs upload one file once. Runs it without a lock
 * where there are no Web Locks, without a name, and when the lock manager does not grant a lock that no tab holds.
 */
export async function withLock<T>(
  name: string | undefined,
  signal: AbortSignal,
  run: (lock: UploadLock) => Promise<T>,
): Promise<T> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks
  if (!locks || name === undefined) return run(UNLOCKED)
  const lockName = `secure-uploading/${name}`
  // A lock manager that hangs must not delay an upload.
  const query = (): Promise<LockManagerSnapshot> => withinSecond(() => locks.query(), {}, signal)
  const includes = (list: LockInfo[] = []): boolean => list.some((other) => other.name === lockName)
  const isWanted = async (): Promise<boolean> => includes((await query()).pending)
  const lock = { isHeld: false }
  let stop = (): void => undefined

  try {
    return await inAbortScope(
      signal,
      (scope, fail) => {
        async function check(): Promise<void> {
          const { held } = await query()
          if (lock.isHeld || scope.aborted) return
          if (includes(held)) watch()
          else fail(new Error('The lock manager does not grant the lock'))
        }
        function watch(): void {
          stop = startTimer(systemClock, () => void check(), LONGEST_GRANT_MS)
        }
        watch()
        return locks.request(lockName, { signal: scope }, () => {
          // A late grant: the function runs already.
          if (scope.aborted) throw reasonOf(scope)
          lock.isHeld = true
          stop()
          return run({ isWanted })
        })
      },
      () => {
        stop()
      },
    )
  } catch (error) {
    // Some pages, like sandboxed iframes, may not use locks.
    if (lock.isHeld || signal.aborted) throw error
    return run(UNLOCKED)
  }
}
