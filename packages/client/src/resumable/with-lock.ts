import { withinSecond } from '../time/within-second.js'

/** The lock of one upload, which is shared with the other tabs of the browser. */
export interface UploadLock {
  /** Whether another tab waits for the lock. */
  isWanted(): Promise<boolean>
}

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
  // A lock manager that hangs must not delay an upload that is complete.
  const isWanted = async (): Promise<boolean> => {
    const { pending = [] } = await withinSecond(() => locks.query(), {}, signal)
    return pending.some((other) => other.name === lockName)
  }
  const lock = { isHeld: false }
  try {
    return await locks.request(lockName, { signal }, () => {
      lock.isHeld = true
      return run({ isWanted })
    })
  } catch (error) {
    // Some pages, like sandboxed iframes, may not use locks.
    if (lock.isHeld || signal.aborted) throw error
    return run(UNLOCKED)
  }
}
