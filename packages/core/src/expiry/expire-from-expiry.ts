import { LAST_UNIX_SECOND } from '../token/last-unix-second.js'
import { assertLifetime } from './assert-lifetime.js'

/** When a token ends: after a lifetime, or at a moment. */
export type Expiry =
  | {
      /** A lifetime in whole **seconds**, from 1 to 604800 (7 days); a longer one is said with `expiresAt`. */
      expiresIn: number
      expiresAt?: never
    }
  | {
      /** A moment: a `Date`, or whole Unix **seconds**. It lies in the future. */
      expiresAt: Date | number
      expiresIn?: never
    }

/**
 * Turns an {@link Expiry} into the `expire` of the Upload API, in Unix seconds. The current time is rounded up,
 * so that a token never lives shorter than asked.
 *
 * @throws {TypeError} naming the option and its unit.
 */
export function expireFromExpiry(expiry: Expiry, nowMs: number): number {
  const { expiresIn, expiresAt }: { expiresIn?: unknown; expiresAt?: unknown } = expiry
  if (expiresIn !== undefined && expiresAt !== undefined) {
    throw new TypeError('Give either "expiresIn" (seconds) or "expiresAt" (a Date or Unix seconds), not both')
  }
  if (expiresAt !== undefined) return expireAt(expiresAt, nowMs)
  assertLifetime('expiresIn', expiresIn)
  return Math.ceil(nowMs / 1000) + expiresIn
}

function expireAt(moment: unknown, nowMs: number): number {
  const seconds = moment instanceof Date ? Math.ceil(moment.getTime() / 1000) : moment
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0) {
    throw new TypeError('"expiresAt" must be a valid Date or a whole number of Unix seconds')
  }
  if (seconds > LAST_UNIX_SECOND) {
    throw new TypeError(
      '"expiresAt" must be in Unix seconds: it looks like milliseconds. Give a Date, or divide by 1000',
    )
  }
  if (seconds * 1000 <= nowMs) {
    throw new TypeError('"expiresAt" must lie in the future: it is a moment in Unix seconds that has passed')
  }
  return seconds
}
