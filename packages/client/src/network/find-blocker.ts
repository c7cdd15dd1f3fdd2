import { systemClock } from '../time/clock.js'
import { withDeadline } from '../time/with-deadline.js'
import { originOf } from './origin-of.js'

const LONGEST_PROBE_MS = 10_000
/** A CORS failure looks like a lost connection, so the first ones are retried. */
const FAILURES_BEFORE_PROBE = 3

const answered = new Set<string>()
const violated = new Set<string>()
let isWatching = false

/** Notes that an origin answered: later failures are not caused by CSP or CORS. */
export function noteAnswer(address: string | URL): void {
  if (isWatching) answered.add(originOf(address))
}

/** Starts to record the requests that the Content Security Policy of the page refuses. */
export function watchPolicy(): void {
  if (isWatching || typeof location === 'undefined' || typeof addEventListener !== 'function') return
  isWatching = true
  addEventListener('securitypolicyviolation', ({ blockedURI, disposition, effectiveDirective }) => {
    if (disposition === 'enforce' && effectiveDirective === 'connect-src') violated.add(originOf(blockedURI))
  })
}

/**
 * Finds out whether the browser blocks requests to an address.
 *
 * @param failures how many requests in succession failed without an answer
 * @returns the likely cause, for the message of an error; `undefined` when the address is merely unreachable, or the signal aborts
 */
export async function findBlocker(
  address: string | URL,
  failures: number,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const origin = originOf(address)
  if (!isWatching || answered.has(origin) || origin === location.origin) return undefined
  if (violated.has(origin)) {
    return `The Content Security Policy (CSP) of this page blocks ${origin}. Add it to "connect-src".`
  }
  if (failures < FAILURES_BEFORE_PROBE) return undefined
  // Without CORS the page may send the request, but not read the answer: it resolves for each server that is reachable.
  const probe = (scope: AbortSignal): Promise<unknown> =>
    fetch(origin, { method: 'HEAD', mode: 'no-cors', cache: 'no-store', signal: scope })
  // The server takes real time, whatever clock the client has.
  return withDeadline(systemClock, LONGEST_PROBE_MS, Error, signal, probe).then(
    () =>
      `${origin} is reachable, but the browser blocks its answers. Likely causes: the server does not allow ${location.origin} (CORS), or the Content Security Policy (CSP) of this page blocks it ("connect-src").`,
    () => undefined,
  )
}
