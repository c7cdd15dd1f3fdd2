import type { ClientClock } from './clock.js'
import { inAbortScope } from './in-abort-scope.js'
import { startTimer } from './start-timer.js'

/** Waits `delayMs` **milliseconds**. Rejects with the reason of the signal as soon as that aborts. */
export const wait = (clock: ClientClock, delayMs: number, signal: AbortSignal | undefined): Promise<void> =>
  inAbortScope(
    signal,
    (scope) =>
      new Promise((resolve) => {
        scope.addEventListener('abort', startTimer(clock, resolve, delayMs))
      }),
  )
