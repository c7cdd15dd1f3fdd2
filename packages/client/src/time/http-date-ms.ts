/**
 * Converts a date in a header to Unix **milliseconds**. Of the three forms, that of `asctime` names no time zone: it is in UTC, and
 * `Date.parse` would take it for local time.
 *
 * @returns `NaN` when the header is missing or malformed
 */
export const httpDateMs = (date: string | null): number =>
  Date.parse((date ?? '').trim().replace(/:\d\d \d{4}$/, '$& GMT'))
