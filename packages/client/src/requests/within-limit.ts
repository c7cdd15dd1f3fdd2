import { createNamedError } from '../time/abort.js'
import type { ClientClock } from '../time/clock.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { startStopwatch } from '../time/start-stopwatch.js'
import { startTimer } from '../time/start-timer.js'

// Neither browsers nor upload-client end a request that gets no answer. In Node upload-client does not notice a connection
// that broke in the middle of an answer either.
const LONGEST_PAUSE_MS = 60_000
// Linux reports progress after a third of its buffer was sent, and the buffer grows: 360 kB were measured on a line of 10 kB/s.
const MOST_HELD_BYTES = 512 * 1024
// Browsers delay the timers of hidden pages by up to a minute.
const LATEST_TIMER_MS = 90_000

/**
 * Sends an attempt, and ends it when it makes no progress: after a minute, and the time that the system, a proxy or a virus scanner
 * needs to send what it may hold.
 *
 * - Before the first progress, that is the whole body at 1 kB/s: a browser may hold the request back until another one ends, and some
 *   platforms report no progress.
 * - While the body moves, it is at most 512 KiB at the speed so far, of at least 1 kB/s.
 * - At the end, it is at least the whole body at 10 kB/s.
 *
 * @param send must call `onProgress` with the real progress of the body, from 0 to 1, or never
 */
export function withinLimit<T>(
  clock: ClientClock,
  bodyBytes: number,
  signal: AbortSignal | undefined,
  send: (scope: AbortSignal, onProgress: (value: number) => void) => Promise<T>,
): Promise<T> {
  const attemptMs = startStopwatch(clock)
  let value = 0
  let stop: (() => void) | undefined
  let restart: () => void
  return inAbortScope(
    signal,
    (scope, fail) => {
      restart = () => {
        stop?.()
        const limitMs = LONGEST_PAUSE_MS + holdMs(bodyBytes, value, attemptMs())
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

/** Returns the **milliseconds** in which a line sends what may be held between this package and the line. */
function holdMs(bodyBytes: number, value: number, attemptMs: number): number {
  if (!(value > 0)) return bodyBytes
  const heldBytes = Math.min(bodyBytes * value, MOST_HELD_BYTES)
  const sentBytes = bodyBytes * value - heldBytes
  // The speed is unknown when nothing was sent for certain, or the size of the body is unknown.
  const msPerByte = sentBytes && sentBytes < Infinity ? attemptMs / sentBytes : 1
  return Math.max(heldBytes * Math.min(1, msPerByte), value < 1 ? 0 : bodyBytes / 10)
}
