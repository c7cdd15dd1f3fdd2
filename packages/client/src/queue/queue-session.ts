import type { TokenSource } from '../token-source/token-source.js'

/** The time until the user signs out, the queue is cleared or destroyed. */
export interface QueueSession {
  /** Returns the signal of the session, which aborts at its end. The sign-out of the user is watched from then on. */
  signal(): AbortSignal
  /** Starts a new session. */
  renew(): void
  /** Ends the last session. */
  end(): void
}

/** A source has a new session after each sign-out. */
export function createQueueSession(source: TokenSource, onSignOut: () => void): QueueSession {
  let session = new AbortController()
  let watched: AbortSignal | undefined
  let isOver = false

  function unwatch(): void {
    watched?.removeEventListener('abort', onSignOut)
    watched = undefined
  }

  return {
    signal() {
      if (!isOver && watched !== source.session && !source.session.aborted) {
        unwatch()
        watched = source.session
        watched.addEventListener('abort', onSignOut)
      }
      return session.signal
    },
    renew() {
      session.abort()
      session = new AbortController()
    },
    end() {
      isOver = true
      unwatch()
      session.abort()
    },
  }
}
