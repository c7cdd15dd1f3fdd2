/** Formats a time as Uploadcare does: UTC, with microseconds. */
export function dateTime(unixMs: number): string {
  const microseconds = Math.round(unixMs * 1000)
  const milliseconds = Math.floor(microseconds / 1000)
  const rest = String(microseconds - milliseconds * 1000).padStart(3, '0')
  return new Date(milliseconds).toISOString().replace('Z', `${rest}Z`)
}

/** Formats a time that may be missing. */
export function nullableDateTime(unixMs: number | null): string | null {
  return unixMs === null ? null : dateTime(unixMs)
}
