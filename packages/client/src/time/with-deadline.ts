import type { ClientClock } from './clock.js'
import { inAbortScope } from './in-abort-scope.js'
import { startTimer } from './start-timer.js'

/** Runs a function with a signal. Rejects with the result of `createError` when it takes longer than `deadlineMs`. */
export const withDeadline = <T>(
  clock: ClientClock,
  deadlineMs: number,
  createError: () => Error,
  signal: AbortSignal | undefined,
  run: (scope: AbortSignal) => Promise<T>,
): Promise<T> =>
  inAbortScope(
    signal,
    (scope) =>
      new Promise((resolve, reject) => {
        const fail = (): void => {
          reject(createError())
        }
        const stop = startTimer(clock, fail, deadlineMs)
        scope.addEventListener('abort', stop)
        run(scope).finally(stop).then(resolve, reject)
      }),
  )
