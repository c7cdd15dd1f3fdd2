import { startStopwatch } from '../time/start-stopwatch.js'
import type { ClientClock } from '../time/clock.js'
import { callListener } from './call-listener.js'
import type { TokenRetriedEvent } from './token-event.js'

type Listener = (event: TokenRetriedEvent) => void

/** Notifies the callers that wait for a token of each failed request that is repeated. */
export interface RetryNotices {
  /** Notifies the listener from now on, and of a delay that has begun. Returns the function that ends it. */
  listen(listener: Listener): () => void
  notify(event: TokenRetriedEvent): void
  /** Ends the delay, because the fetch is over. */
  end(): void
}

export function createRetryNotices(clock: ClientClock): RetryNotices {
  const listeners = new Set<Listener>()
  let last: { event: TokenRetriedEvent; elapsedMs: () => number } | undefined

  return {
    listen(listener) {
      // Two callers may have the same function.
      const own: Listener = (event) => {
        callListener(listener, event)
      }
      listeners.add(own)
      if (last) {
        const delayMs = last.event.delayMs - last.elapsedMs()
        if (delayMs > 0) own({ ...last.event, delayMs })
      }
      return () => void listeners.delete(own)
    },
    notify(event) {
      last = { event, elapsedMs: startStopwatch(clock) }
      for (const listener of [...listeners]) listener(event)
    },
    end() {
      last = undefined
    },
  }
}
