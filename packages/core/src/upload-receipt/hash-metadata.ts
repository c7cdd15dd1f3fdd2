import { encodeBase64Url } from '../base64url/base64url.js'
import { UPLOAD_RECEIPT_METADATA_KEY } from '../token/upload-token.js'

/** The metadata of a file. */
export type Metadata = Readonly<Record<string, string>>

/**
 * Hashes metadata independently of the order of its keys, and as forms send it: each kind of line break is CRLF, and half of a
 * surrogate pair, like that of an emoji that was cut, is U+FFFD. Leaves out the receipt itself.
 *
 * @returns the SHA-256 in base64url, or `undefined` if there is no metadata
 */
export async function hashMetadata(metadata: Metadata): Promise<string | undefined> {
  const entries = Object.entries(metadata)
    .filter(([key]) => key !== UPLOAD_RECEIPT_METADATA_KEY)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => [key, text.replaceAll(/\r\n?/g, '\n').replaceAll(/\p{Surrogate}/gu, '\uFFFD')])
  if (entries.length === 0) return undefined
  const bytes = new TextEncoder().encode(JSON.stringify(entries))
  return encodeBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** Whether a value from the wire is an object of strings. */
export function isMetadata(value: unknown): value is Metadata {
  return (
    // A Map or a FormData has no entries of its own, and would bind nothing.
    Object.prototype.toString.call(value) === '[object Object]' &&
    Object.values(value as object).every((text) => typeof text === 'string')
  )
}

/** @throws {TypeError} if metadata is not an object of strings, or contains the key of the receipt */
export function assertMetadata(metadata: unknown): asserts metadata is Metadata {
  if (!isMetadata(metadata)) throw new TypeError('"metadata" must be an object of strings.')
  if (UPLOAD_RECEIPT_METADATA_KEY in metadata) {
    throw new TypeError(
      `"metadata.${UPLOAD_RECEIPT_METADATA_KEY}" is reserved for the receipt. Use another key.`,
    )
  }
}
