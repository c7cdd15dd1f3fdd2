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
  inAbortScope(signal, async (scope) => {
    let timer: unknown
    try {
      return await Promise.race([
        run(scope),
        new Promise<never>((_, reject) => {
          timer = clock.setTimeout(() => {
            reject(late())
          }, deadlineMs)
        }),
      ])
    } finally {
      clock.clearTimeout(timer)
    }
  })
