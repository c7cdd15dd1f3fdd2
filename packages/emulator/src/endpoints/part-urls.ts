/** How long the URL of a part takes bytes, in **milliseconds**: 24 hours, as the presigned ones of S3. */
export const PART_URL_LIFETIME_MS = 24 * 60 * 60 * 1000

export const PART_PATH = '/_parts/:uuid/:number'

/** Names the URLs of an upload's parts, on the emulator itself: as the client reached it, whatever its port. */
export function partUrls(origin: string, uuid: string, count: number, startedAtMs: number): string[] {
  const expires = Math.floor((startedAtMs + PART_URL_LIFETIME_MS) / 1000)
  return Array.from(
    { length: count },
    (_, index) => `${origin}/_parts/${uuid}/${index + 1}?Expires=${expires}`,
  )
}
