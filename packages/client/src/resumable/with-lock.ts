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
  const isWanted = async (): Promise<boolean> => {
    const { pending } = await locks.query()
    return pending?.some((lock) => lock.name === lockName) ?? false
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
