import type { TokenSource } from '../token-source/token-source.js'

/** Watches for the sign-out of the user who adds files. */
export interface SessionWatch {
  /** Watches the current session. */
  start(): void
  end(): void
  /** The session that is watched. */
  current(): AbortSignal | undefined
}

/** A source has a new session after each sign-out. */
export function watchSession(source: TokenSource, onSignOut: () => void): SessionWatch {
  let session: AbortSignal | undefined

  function end(): void {
    session?.removeEventListener('abort', onSignOut)
    session = undefined
  }

  return {
    start() {
      if (session === source.session || source.session.aborted) return
      end()
      session = source.session
      session.addEventListener('abort', onSignOut)
    },
    end,
    current: () => session,
  }
}
