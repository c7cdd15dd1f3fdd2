import { InvalidArgumentError } from 'commander'
import { readDurationSeconds } from './read-duration-seconds.js'

// Timers above 24 days would fire immediately.
const MAX_TIMEOUT_SECONDS = 3600

/**
 * Parses a timeout.
 *
 * @throws {InvalidArgumentError}
 */
export function readTimeoutSeconds(text: string): number {
  const seconds = readDurationSeconds(text)
  if (seconds > MAX_TIMEOUT_SECONDS) throw new InvalidArgumentError('Pass at most 1h.')
  return seconds
}
