import { assertOptions } from '@secure-uploading/core/internal'
import { callSafely, ignoreRejection } from '../options/hooks.js'
import { TokenDenial } from './denial.js'
import type { Grant } from './grant.js'

/**
 * Counts requests. The limiters of `rate-limiter-flexible` have this shape: `consume` resolves while requests are left,
 * rejects with `{ msBeforeNext }` (milliseconds) when none are left, or with several of these by name for a
 * `RateLimiterUnion`, and rejects with an Error when it cannot count.
 */
export interface Limiter {
  consume(key: string, points?: number): Promise<unknown>
  /**
   * The points that a user has. A completion costs one point per file, so it completes at most this many files of a request; the
   * client asks again for the others.
   *
   * @default no limit
   */
  readonly points?: number | undefined
}

/** Limits the tokens per user. */
export interface RateLimit<Args extends unknown[]> {
  limiter: Limiter
  /**
   * Returns the key that is counted. Required when grants have no `subject`.
   *
   * @default the grant's `subject`
   */
  key?: ((grant: Grant, ...args: Args) => string) | undefined
  /**
   * What happens while the limiter cannot count: `'refuse'` answers 500, `'allow'` issues the token. `onError` is called in
   * both cases.
   *
   * @default 'refuse'
   */
  whenDown?: 'refuse' | 'allow' | undefined
}

/**
 * Checks the options of a rate limit.
 *
 * @throws {TypeError} naming the option.
 */
export function assertRateLimit(rateLimit: unknown, authorize: unknown): void {
  assertOptions(rateLimit, ['limiter', 'key', 'whenDown'], 'rateLimit')
  const { limiter, key, whenDown }: Partial<Record<string, unknown>> = { ...rateLimit }
  if (!isObject(limiter) || !('consume' in limiter) || typeof limiter.consume !== 'function') {
    throw new TypeError('"rateLimit.limiter" must have a method consume(key), as rate-limiter-flexible has')
  }
  if (key !== undefined && typeof key !== 'function') {
    throw new TypeError('"rateLimit.key" must be a function that returns a string')
  }
  if (key === undefined && authorize === 'anyone') {
    throw new TypeError(
      '"rateLimit.key" is required with authorize: "anyone", because there is no subject to count',
    )
  }
  if (whenDown !== undefined && whenDown !== 'refuse' && whenDown !== 'allow') {
    throw new TypeError('"rateLimit.whenDown" must be "refuse" or "allow"')
  }
}

/** Creates a function that counts a request, and throws the denial when the limit is reached. */
export function createRateLimiter<Args extends unknown[]>(
  rateLimit: RateLimit<Args>,
  onError: (error: unknown, ...args: Args) => unknown,
): (grant: Grant, args: Args, points?: number) => Promise<void> {
  const { limiter, whenDown = 'refuse' } = rateLimit

  return async (grant, args, points) => {
    const key = keyOf(rateLimit, grant, args)
    try {
      await (points === undefined ? limiter.consume(key) : limiter.consume(key, points))
    } catch (reason) {
      const waitMs = millisecondsToWait(reason)
      if (waitMs !== undefined) throw limitReached(grant, waitMs)
      if (whenDown === 'refuse') throw reason
      callSafely(() => onError(reason, ...args))
    }
  }
}

/** Returns how many points one request can have at most: for more, the limiter would refuse it each time. */
export function mostPointsOf<Args extends unknown[]>(rateLimit: RateLimit<Args> | undefined): number {
  const points: unknown = rateLimit?.limiter.points
  return typeof points === 'number' && points >= 1 ? Math.floor(points) : Infinity
}

function limitReached({ subject }: Grant, waitMs: number): TokenDenial {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1000))
  const details = { ...(subject === undefined ? {} : { subject }), retryAfter }
  return new TokenDenial('rate-limit', details, { 'Retry-After': String(retryAfter) })
}

function keyOf<Args extends unknown[]>(rateLimit: RateLimit<Args>, grant: Grant, args: Args): string {
  const key: unknown = rateLimit.key ? rateLimit.key(grant, ...args) : grant.subject
  if (typeof key === 'string' && key !== '') return key
  ignoreRejection(key)
  throw new TypeError(
    rateLimit.key
      ? '"rateLimit.key" must synchronously return a non-empty string'
      : 'The rate limit counts by "subject", but the grant has none. Return one from "authorize", or pass "rateLimit.key"',
  )
}

/** Returns whether a limiter rejected because its limit is reached, and not because it could not count. */
export function isLimitReached(reason: unknown): boolean {
  return millisecondsToWait(reason) !== undefined
}

/** Returns the wait that a limiter rejected with, or `undefined` if it could not count. */
function millisecondsToWait(reason: unknown): number | undefined {
  if (!isCount(reason)) return undefined
  // A RateLimiterUnion rejects with the results of its exceeded limiters, by key prefix.
  const counts: unknown[] = 'msBeforeNext' in reason ? [reason] : Object.values(reason)
  const longestMs = Math.max(...counts.map(waitOf))
  return Number.isFinite(longestMs) ? longestMs : undefined
}

function waitOf(count: unknown): number {
  if (!isCount(count) || !('msBeforeNext' in count)) return Number.NaN
  return typeof count.msBeforeNext === 'number' ? count.msBeforeNext : Number.NaN
}

// An Error means that the limiter could not count, even if it has `msBeforeNext`.
function isCount(reason: unknown): reason is object {
  return isObject(reason) && !(reason instanceof Error)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
