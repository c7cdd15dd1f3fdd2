/** The lifetime of a part URL in **milliseconds**: 24 hours, like the presigned URLs of S3. */
export const PART_URL_LIFETIME_MS = 24 * 60 * 60 * 1000

export const PART_PATH = '/_parts/:uuid/:number'

/** Creates the URLs of an upload's parts, on the origin that the client used to reach the emulator. */
export function partUrls(origin: string, uuid: string, count: number, startedAtMs: number): string[] {
  const expires = Math.floor((startedAtMs + PART_URL_LIFETIME_MS) / 1000)
  return Array.from(
    { length: count },
    (_, index) => `${origin}/_parts/${uuid}/${index + 1}?Expires=${expires}`,
  )
}
