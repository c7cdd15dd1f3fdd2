/** What a device knows about its own connection. */
export interface Network {
  /** Whether the device says that it has no connection. It may be wrong, and most say nothing. */
  isOffline: () => boolean
  /** Resolves when it has one again; never, when the signal aborts before. */
  untilOnline: (signal: AbortSignal) => Promise<unknown>
}

export const deviceNetwork: Network = {
  isOffline: () => typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine,
  untilOnline: (signal) =>
    new Promise<unknown>((resolve) => {
      addEventListener('online', resolve, { once: true, signal })
    }),
}
