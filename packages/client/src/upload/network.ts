import { abortable } from '../token-source/abortable.js'

/** What a device knows about its own connection. */
export interface Network {
  /** Whether the device says that it has no connection. It may be wrong, and most say nothing. */
  isOffline: () => boolean
  /** Resolves when it has one again. */
  untilOnline: (signal: AbortSignal) => Promise<void>
}

export const deviceNetwork: Network = {
  isOffline: () => typeof navigator !== 'undefined' && 'onLine' in navigator && !navigator.onLine,
  untilOnline: (signal) =>
    abortable(
      new Promise<void>((resolve) => {
        addEventListener(
          'online',
          () => {
            resolve()
          },
          { once: true, signal },
        )
      }),
      signal,
    ),
}
