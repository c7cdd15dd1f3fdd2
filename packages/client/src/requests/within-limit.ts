import { createNamedError } from '../time/abort.js'
import type { ClientClock } from '../time/clock.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { startStopwatch } from '../time/start-stopwatch.js'
import { startTimer } from '../time/start-timer.js'

// Neither browsers nor upload-client end a request that gets no answer. In Node upload-client does not notice a connection
// that broke in the middle of an answer either.
const LONGEST_PAUSE_MS = 60_000
// Browsers delay the timers of hidden pages by up to a minute.
const LATEST_TIMER_MS = 90_000

/**
 * Sends an attempt, and ends it when it makes no progress: after a minute while its body moves.
 *
 * Before the first progress, a browser may hold the request back until another one ends, and some platforms report no progress.
 * So the time for the whole body is added, at 1 kB/s. At the end, the system, a proxy or a virus scanner may still have to send bytes
 * that it has taken, up to all of them. So their time is added at 10 kB/s.
 *
 * @param send must call `onProgress` with the real progress of the body, from 0 to 1, or never
 */
export function withinLimit<T>(
  clock: ClientClock,
  bodyBytes: number,
  signal: AbortSignal | undefined,
  send: (scope: AbortSignal, onProgress: (value: number) => void) => Promise<T>,
): Promise<T> {
  let value = 0
  let stop: (() => void) | undefined
  let restart: () => void
  return inAbortScope(
    signal,
    (scope, fail) => {
      restart = () => {
        stop?.()
        const limitMs = LONGEST_PAUSE_MS + (value > 0 ? (value < 1 ? 0 : bodyBytes / 10) : bodyBytes)
        const elapsedMs = startStopwatch(clock)
        const expire = (): void => {
          // After sleep, what arrived meanwhile is still to be handled.
          if (elapsedMs() - limitMs > LATEST_TIMER_MS) restart()
          else fail(createNamedError('TimeoutError', 'Uploadcare did not answer in time'))
        }
        stop = startTimer(clock, expire, limitMs)
      }
      restart()
      return send(scope, (next) => {
        if (next === value) return
        value = next
        restart()
      })
    },
    () => {
      stop?.()
      // Late progress starts no timer.
      restart = () => undefined
    },
  )
}
