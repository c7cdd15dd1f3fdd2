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
        const inTime =
          <V>(settle: (value: V) => void) =>
          (value: V): void => {
            clock.clearTimeout(timer)
            settle(value)
          }
        run(scope).then(inTime(resolve), inTime(reject))
      }),
  )
