import { fanOut, type AbortFan } from '../platform/index.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import type { TokenSource } from '../token-source/token-source.js'

/** Runs work that ends with the session of the source. */
export type InSession = <T>(run: (scope: AbortSignal) => Promise<T>) => Promise<T>

/** Adds one listener to each session, for any number of runs: Node warns about a signal with more than ten. */
export function createSessionScope(source: Pick<TokenSource, 'session'>): InSession {
  let session: AbortSignal | undefined
  let fan: AbortFan
  return (run) => {
    if (session !== source.session) {
      session = source.session
      fan = fanOut(session)
    }
    return fan.run((ofSession) => inAbortScope(ofSession, run))
  }
}
