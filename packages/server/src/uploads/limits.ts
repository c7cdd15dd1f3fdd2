import { assertOptions } from '@secure-uploading/core/internal'
import { isLimitReached } from '../token/rate-limit.js'

/**
 * Counts bytes per subject. The limiters of `rate-limiter-flexible` have this shape; `consume` rejects with
 * `{ msBeforeNext }` when the limit is reached, and with an Error when it cannot count. The bytes of a refused `consume` are
 * returned with `reward`, unless it rejects with a smaller `consumedPoints`: then they were not counted.
 */
export interface QuotaLimiter {
  consume(subject: string, bytes: number): Promise<unknown>
  /** Returns bytes that were consumed. */
  reward(subject: string, bytes: number): Promise<unknown>
}

/** Limits the bytes of the accepted files per subject. */
export interface Quota {
  limiter: QuotaLimiter
}

/**
 * Keeps one result per file, and the counts that must survive a request. The stores of `keyv` have this shape. Values are
 * JSON.
 */
export interface ResultStore {
  get(key: string): unknown
  set(key: string, value: unknown): unknown
}

/** @throws {TypeError} naming the option when `quota` is invalid. */
export function assertQuota(quota: unknown): void {
  assertOptions(quota, ['limiter'], 'quota')
  const { limiter } = quota as { limiter?: unknown }
  if (!hasMethods(limiter, ['consume', 'reward'])) {
    throw new TypeError(
      '"quota.limiter" must have the methods consume(subject, bytes) and reward(subject, bytes), as rate-limiter-flexible has',
    )
  }
}

/** @throws {TypeError} when `results` is not a store. */
export function assertResults(results: unknown): void {
  if (hasMethods(results, ['get', 'set'])) return
  throw new TypeError('"results" must be a store with the methods get(key) and set(key, value), as keyv has')
}

function hasMethods(value: unknown, names: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null) return false
  return names.every((name) => typeof (value as Record<string, unknown>)[name] === 'function')
}

/**
 * Consumes the bytes of a file.
 *
 * @returns whether the quota allows the file; if not, nothing stays consumed
 * @throws the error of the limiter when it cannot count.
 */
export async function consumeQuota({ limiter }: Quota, subject: string, bytes: number): Promise<boolean> {
  try {
    await limiter.consume(subject, bytes)
    return true
  } catch (reason) {
    if (!isLimitReached(reason)) throw reason
    // The limiters of rate-limiter-flexible also count what they refuse.
    if (isCounted(reason, bytes)) await limiter.reward(subject, bytes)
    return false
  }
}

/** A limiter that refuses from memory (`inMemoryBlockOnConsumed`) counts nothing: returned bytes would raise the quota. */
function isCounted(refusal: unknown, bytes: number): boolean {
  const { consumedPoints } = Object(refusal) as { consumedPoints?: unknown }
  return typeof consumedPoints !== 'number' || consumedPoints >= bytes
}
