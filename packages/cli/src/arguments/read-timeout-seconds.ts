import { InvalidArgumentError } from 'commander'
import { readDurationSeconds } from './read-duration-seconds.js'

// Nobody waits longer for an answer, and a timer for more than 24 days goes off at once.
const HOUR_SECONDS = 3600

/**
 * Reads how long to wait for an answer.
 *
 * @throws {InvalidArgumentError}
 */
export function readTimeoutSeconds(text: string): number {
  const seconds = readDurationSeconds(text)
  if (seconds > HOUR_SECONDS) throw new InvalidArgumentError('Give an hour at most: 1h.')
  return seconds
}
