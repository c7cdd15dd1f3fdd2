import type { ClientClock } from './clock.js'
import { inAbortScope } from './in-abort-scope.js'
import { startTimer } from './start-timer.js'

/**
 * Runs something under a signal, and rejects with what `late` makes when it is not over after so many **milliseconds**.
 *
 * @param run is given what lets the time begin anew, for when something was heard
 */
export const withDeadline = <T>(
  clock: ClientClock,
  deadlineMs: number,
  late: () => Error,
  signal: AbortSignal | undefined,
  run: (scope: AbortSignal, restart: () => void) => Promise<T>,
): Promise<T> =>
  inAbortScope(
    signal,
    (scope) =>
      new Promise((resolve, reject) => {
        const fail = (): void => {
          reject(late())
        }
        let stopTimer = startTimer(clock, fail, deadlineMs)
        const stop = (): void => {
          stopTimer()
        }
        const restart = (): void => {
          stop()
          if (!scope.aborted) stopTimer = startTimer(clock, fail, deadlineMs)
        }
        scope.addEventListener('abort', stop)
        run(scope, restart).finally(stop).then(resolve, reject)
      }),
  )
