import { InvalidArgumentError } from 'commander'

const ISO_8601 =
  /^(?<day>\d{4}-\d\d-\d\d)(?:[T ](?<clock>\d\d:\d\d(?::\d\d)?)(?<fraction>\.\d+)?(?<zone>Z|[+-]\d\d:?\d\d)?)?$/i

/** The last second of the year 9999. */
const LAST_UNIX_SECOND = 253_402_300_799

/**
 * Parses a moment: Unix seconds, or an ISO 8601 date, in UTC if it has no time zone.
 *
 * @throws {InvalidArgumentError}
 */
export function readMoment(text: string): Date | number {
  if (/^\d+$/.test(text)) return Number(text)
  const { day = '', clock = '00:00', fraction = '', zone = 'Z' } = ISO_8601.exec(text)?.groups ?? {}
  const written = `${day}T${clock}`
  const moment = new Date(`${written}${fraction}${zone.toUpperCase().replace(/(\d\d)(\d\d)$/, '$1:$2')}`)
  // Date parses 31 February as 3 March.
  if (Number.isNaN(moment.getTime()) || !new Date(`${written}Z`).toISOString().startsWith(written)) {
    throw new InvalidArgumentError('Pass Unix seconds or a date, for example 2030-01-31T18:00:00Z.')
  }
  return moment
}

/**
 * Parses the expiry of a token.
 *
 * @throws {InvalidArgumentError} if it is not in the future, or is in milliseconds
 */
export function readExpiresAt(text: string, nowMs: number): Date | number {
  const moment = readMoment(text)
  const seconds = typeof moment === 'number' ? moment : moment.getTime() / 1000
  if (seconds > LAST_UNIX_SECOND) {
    throw new InvalidArgumentError('It looks like milliseconds. Pass Unix seconds: divide it by 1000.')
  }
  if (seconds * 1000 <= nowMs)
    throw new InvalidArgumentError('It is in the past. Pass a moment in the future.')
  return moment
}
