import type { ClientClock } from './clock.js'
import { inAbortScope } from './in-abort-scope.js'
import { wait } from './wait.js'

/** Runs something under a signal, and rejects with what `late` makes when it is not over after so many **milliseconds**. */
export const withDeadline = <T>(
  clock: ClientClock,
  deadlineMs: number,
  late: () => Error,
  signal: AbortSignal | undefined,
  run: (scope: AbortSignal) => Promise<T>,
): Promise<T> =>
  inAbortScope(signal, (scope) =>
    Promise.race([
      run(scope),
      wait(clock, deadlineMs, scope).then(() => {
        throw late()
      }),
    ]),
  )
