import { InvalidArgumentError } from 'commander'

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const

/**
 * Parses a duration: `1800` (seconds), `90s`, `30m`, `2h` or `1d`.
 *
 * @throws {InvalidArgumentError}
 */
export function readDurationSeconds(text: string): number {
  const { count, unit = 's' } = /^(?<count>\d{1,12})(?<unit>[smhd])?$/.exec(text)?.groups ?? {}
  const seconds = Number(count) * SECONDS[unit as keyof typeof SECONDS]
  if (!(seconds > 0))
    throw new InvalidArgumentError('Pass seconds, or a number with s, m, h or d, for example 30m.')
  return seconds
}
