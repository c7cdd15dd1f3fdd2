/** Formats a time as Uploadcare does: UTC, with microseconds. */
export function dateTime(unixMs: number): string {
  return new Date(unixMs).toISOString().replace('Z', '000Z')
}
