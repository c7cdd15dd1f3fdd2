/** Writes a moment as Uploadcare does: in UTC, with six digits of the second. */
export function dateTime(unixMs: number): string {
  return new Date(unixMs).toISOString().replace('Z', '000Z')
}
