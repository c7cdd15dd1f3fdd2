import { LAST_UNIX_SECOND } from '../token/last-unix-second.js'
import { assertOptions } from '../options/assert-options.js'
import { assertLifetime } from './assert-lifetime.js'

export const EXPIRY_OPTIONS = ['expiresIn', 'expiresAt'] as const

/** When a token expires: after a lifetime, or at a moment. */
export type Expiry =
  | {
      /** The lifetime in whole **seconds**, 1 to 604800 (7 days). For a longer one, use `expiresAt`. */
      expiresIn: number
      expiresAt?: undefined
    }
  | {
      /** A moment in the future: a `Date`, or whole Unix **seconds**. */
      expiresAt: Date | number
      expiresIn?: undefined
    }

/**
 * Converts an {@link Expiry} to the `expire` of the Upload API. Rounds the current time up, so that a token is never
 * valid for less than `expiresIn`.
 *
 * @param known the names of all options of the calling function
 * @returns Unix seconds
 * @throws {TypeError} naming the option and its unit
 */
export function expireFromExpiry(
  expiry: Expiry,
  nowMs: number,
  known: readonly string[] = EXPIRY_OPTIONS,
): number {
  assertOptions(expiry, known)
  const { expiresIn, expiresAt }: { expiresIn?: unknown; expiresAt?: unknown } = expiry
  if (expiresIn !== undefined && expiresAt !== undefined) {
    throw new TypeError(
      'Pass either "expiresIn" (seconds) or "expiresAt" (a Date or Unix seconds), not both.',
    )
  }
  if (expiresAt !== undefined) return expireAt(expiresAt, nowMs)
  assertLifetime('expiresIn', expiresIn)
  return Math.ceil(nowMs / 1000) + expiresIn
}

function expireAt(moment: unknown, nowMs: number): number {
  const seconds = isDate(moment) ? Math.ceil(moment.getTime() / 1000) : moment
  if (typeof seconds !== 'number' || !Number.isInteger(seconds) || seconds < 0) {
    throw new TypeError('"expiresAt" must be a valid Date or a whole number of Unix seconds.')
  }
  if (seconds > LAST_UNIX_SECOND) {
    throw new TypeError(
      '"expiresAt" must be in Unix seconds, but looks like milliseconds. Pass a Date, or divide it by 1000.',
    )
  }
  if (seconds * 1000 <= nowMs) {
    throw new TypeError('"expiresAt" must be in the future, in Unix seconds.')
  }
  return seconds
}

/** Not instanceof, which fails for a `Date` of another realm, as test runners create them. */
const isDate = (value: unknown): value is Date => Object.prototype.toString.call(value) === '[object Date]'
