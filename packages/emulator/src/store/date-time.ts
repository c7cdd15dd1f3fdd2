/** Formats a time as Uploadcare does: UTC, with microseconds. */
export function dateTime(unixMs: number): string {
  return new Date(unixMs).toISOString().replace('Z', '000Z')
}

/** Formats a time that may be missing. */
export function nullableDateTime(unixMs: number | null): string | null {
  return unixMs === null ? null : dateTime(unixMs)
}
