import { InvalidArgumentError } from 'commander'
import { readDurationSeconds } from './read-duration-seconds.js'

const MAX_DAYS = 7

/**
 * Parses the lifetime of a token.
 *
 * @returns seconds
 * @throws {InvalidArgumentError} naming the maximum
 */
export function readExpiresIn(text: string): number {
  const seconds = readDurationSeconds(text)
  if (seconds <= MAX_DAYS * 86_400) return seconds
  throw new InvalidArgumentError(
    `It exceeds the maximum of ${MAX_DAYS} days (${MAX_DAYS}d).${/^\d+$/.test(text) ? ' It is in seconds: divide milliseconds by 1000.' : ''}`,
  )
}
