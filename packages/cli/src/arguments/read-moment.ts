import { InvalidArgumentError } from 'commander'

/**
 * Reads a moment: Unix seconds, or a date as ISO 8601 has it, in UTC where it names no zone.
 *
 * @throws {InvalidArgumentError}
 */
export function readMoment(text: string): Date | number {
  if (/^\d+$/.test(text)) return Number(text)
  const hasZone = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T')
  const date = new Date(hasZone ? text : `${text}Z`)
  if (!/^\d{4}-\d\d-\d\d/.test(text) || Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError('Give Unix seconds or a date: 2030-01-31T18:00:00Z.')
  }
  return date
}
