/**
 * Parses an ISO 8601 date and time with up to six digits of a second's fraction.
 *
 * @returns Unix **milliseconds**, with microseconds as a fraction, or `undefined` for other texts.
 */
export function readDateTime(text: string): number | undefined {
  // A "+" that is not escaped in a query is read as a space.
  const [, second, fraction = '', zone = 'Z'] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(Z|[+-]\d\d:?\d\d)?$/i.exec(
      text.replace(/ (?=\d\d:?\d\d$)/, '+'),
    ) ?? []
  if (second === undefined) return undefined
  const secondMs = Date.parse(second + zone.replace(/(\d\d)(\d\d)$/, '$1:$2'))
  return Number.isNaN(secondMs) ? undefined : secondMs + Number(fraction.padEnd(6, '0')) / 1000
}
