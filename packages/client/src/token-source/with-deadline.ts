import type { ClientClock } from './clock.js'
import { inAbortScope } from './in-abort-scope.js'
import { startTimer } from './start-timer.js'

/** Runs something under a signal, and rejects with what `late` makes when it is not over after so many **milliseconds**. */
export const withDeadline = <T>(
  clock: ClientClock,
  deadlineMs: number,
  late: () => Error,
  signal: AbortSignal | undefined,
  run: (scope: AbortSignal) => Promise<T>,
): Promise<T> =>
  inAbortScope(
    signal,
    (scope) =>
      new Promise((resolve, reject) => {
        const fail = (): void => {
          reject(late())
        }
        const stop = startTimer(clock, fail, deadlineMs)
        scope.addEventListener('abort', stop)
        run(scope).finally(stop).then(resolve, reject)
      }),
  )
