/** The lifetime of a part URL in **milliseconds**: 24 hours, like the presigned URLs of S3. */
export const PART_URL_LIFETIME_MS = 24 * 60 * 60 * 1000

export const PART_PATH = '/_parts/:uuid/:number'

/** Creates the URLs of an upload's parts, below the URL at which the client reaches the emulator. */
export function partUrls(baseUrl: string, uuid: string, count: number, startedAtMs: number): string[] {
  const expires = Math.floor((startedAtMs + PART_URL_LIFETIME_MS) / 1000)
  return Array.from(
    { length: count },
    (_, index) => `${baseUrl}/_parts/${uuid}/${index + 1}?Expires=${expires}`,
  )
}
