import type { ClientClock } from './clock.js'
import { inAbortScope } from './in-abort-scope.js'

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
        const timer = clock.setTimeout(() => {
          reject(late())
        }, deadlineMs)
        const stopTimer = (): void => {
          clock.clearTimeout(timer)
        }
        const running = run(scope)
        running.then(stopTimer, stopTimer)
        running.then(resolve, reject)
      }),
  )
