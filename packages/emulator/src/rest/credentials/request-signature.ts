import { hmac } from '@noble/hashes/hmac'
import { md5, sha1 } from '@noble/hashes/legacy'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils'

/** The parts of a request that the `Uploadcare` scheme signs. */
export interface SignedRequest {
  method: string
  body: Uint8Array
  /** The `Content-Type` header, or `''`. */
  contentType: string
  /** The `Date` header. */
  date: string
  /** The path and the query. */
  uri: string
}

/** Returns the hexadecimal HMAC-SHA1 of a request to the REST API. */
export function requestSignature(
  secretKey: string,
  { method, body, contentType, date, uri }: SignedRequest,
): string {
  const text = [method, bytesToHex(md5(body)), contentType, date, uri].join('\n')
  return bytesToHex(hmac(sha1, utf8ToBytes(secretKey), utf8ToBytes(text)))
}
