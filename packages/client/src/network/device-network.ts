/** The connection state that the device reports. */
export interface Network {
  /** Whether the device reports its connection state at all. */
  isReported: () => boolean
  /** Whether the device reports that it is offline. It may be wrong, and many devices report nothing. */
  isOffline: () => boolean
  /** Resolves when the device is online again. Stays pending when the signal aborts first. */
  untilOnline: (signal: AbortSignal) => Promise<unknown>
}

const isReported = (): boolean => typeof navigator !== 'undefined' && 'onLine' in navigator

export const deviceNetwork: Network = {
  isReported,
  isOffline: () => isReported() && !navigator.onLine,
  untilOnline: (signal) =>
    new Promise<unknown>((resolve) => {
      // React Native has no global events.
      if (typeof addEventListener !== 'function') return
      addEventListener('online', resolve, { once: true })
      signal.addEventListener('abort', () => {
        removeEventListener('online', resolve)
      })
    }),
}
