import type { TimeLimit } from '../rest-api/send.js'

/** A running time limit. */
export interface RunningTimeLimit extends TimeLimit {
  /** Resolves when the time is over. */
  over: Promise<void>
  /** Releases the timer. */
  end(): void
  /** Ends the time early and aborts what still runs. */
  abort(): void
}

/** Starts a time limit. */
export function startTimeLimit(timeLimitMs: number, now: () => number): RunningTimeLimit {
  const startMs = now()
  const controller = new AbortController()
  const abort = (): void => {
    controller.abort()
  }
  const timer = setTimeout(abort, timeLimitMs)
  const { signal } = controller
  return {
    signal,
    remainingMs: () => (signal.aborted ? 0 : startMs + timeLimitMs - now()),
    over: new Promise((resolve) => {
      signal.addEventListener(
        'abort',
        () => {
          resolve()
        },
        { once: true },
      )
    }),
    end() {
      clearTimeout(timer)
    },
    abort,
  }
}
