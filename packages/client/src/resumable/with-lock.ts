import { systemClock } from '../time/clock.js'
import { withDeadline } from '../time/with-deadline.js'

/** The lock of one upload, which is shared with the other tabs of the browser. */
export interface UploadLock {
  /** Whether another tab waits for the lock. */
  isWanted(): Promise<boolean>
}

// A lock manager that hangs must not delay an upload that is complete.
const LONGEST_QUERY_MS = 1000
const createError = (): Error => new Error('The lock manager did not answer in time')

const UNLOCKED: UploadLock = { isWanted: () => Promise.resolve(false) }

/**
 * Runs a function while no other tab runs one with this name, so that two tabs upload one file once. Without Web Locks, or
 * without a name, it runs immediately.
 */
export async function withLock<T>(
  name: string | undefined,
  signal: AbortSignal,
  run: (lock: UploadLock) => Promise<T>,
): Promise<T> {
  const locks = (globalThis.navigator as Partial<Navigator> | undefined)?.locks
  if (!locks || name === undefined) return run(UNLOCKED)
  const lockName = `secure-uploading/${name}`
  const isWanted = async (): Promise<boolean> => {
    // A lock manager takes real time, whatever clock the client has.
    const query = withDeadline(systemClock, LONGEST_QUERY_MS, createError, signal, () => locks.query())
    return (await query).pending?.some((lock) => lock.name === lockName) ?? false
  }
  const lock = { isHeld: false }
  try {
    return await locks.request(lockName, { signal }, () => {
      lock.isHeld = true
      return run({ isWanted: () => isWanted().catch(() => false) })
    })
  } catch (error) {
    // Some pages, like sandboxed iframes, may not use locks.
    if (lock.isHeld || signal.aborted) throw error
    return run(UNLOCKED)
  }
}
