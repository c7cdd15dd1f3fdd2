import type { Grant } from '../authorize/grant.js'

/**
 * What counts. The limiters of `rate-limiter-flexible` have this shape: `consume` resolves while there is room, rejects
 * with `{ msBeforeNext }` (milliseconds) when there is none, a `RateLimiterUnion` with several of these by name, and with
 * an Error when it cannot count.
 */
export interface Limiter {
  consume(key: string): Promise<unknown>
}

/** How many tokens somebody may get. */
export interface RateLimit<Args extends unknown[]> {
  limiter: Limiter
  /** Who is counted, the grant's `subject` unless given. Needed when a grant has none. */
  key?: (grant: Grant, ...args: Args) => string
  /** What happens while the limiter cannot count: `'refuse'` (a 500) unless given. `onError` is called in both cases. */
  whenDown?: 'refuse' | 'allow'
}
