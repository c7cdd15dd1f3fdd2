import type { ClientClock } from './clock.js'
import { inAbortScope } from './in-abort-scope.js'
import { startTimer } from './start-timer.js'

/** Runs a function with a signal. Rejects with the result of `createError` when it takes longer than `deadlineMs`. */
export function withDeadline<T>(
  clock: ClientClock,
  deadlineMs: number,
  createError: () => Error,
  signal: AbortSignal | undefined,
  run: (scope: AbortSignal) => Promise<T>,
): Promise<T> {
  let stop: (() => void) | undefined
  return inAbortScope(
    signal,
    (scope, fail) => {
      const expire = (): void => {
        fail(createError())
      }
      stop = startTimer(clock, expire, deadlineMs)
      return run(scope)
    },
    () => stop?.(),
  )
}
