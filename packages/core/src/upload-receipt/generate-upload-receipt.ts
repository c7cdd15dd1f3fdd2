import { encodeBase64UrlJson } from '../base64url/base64url-json.js'
import { encodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { expireFromExpiry, type Expiry } from '../expiry/expire-from-expiry.js'
import { readClock } from '../expiry/read-clock.js'
import { assertNotPublicKey } from './assert-not-public-key.js'
import { importReceiptKey } from './import-receipt-key.js'
import { decodeClaims, encodeClaims } from './upload-receipt-claims.js'

/** The claims of a receipt, and when it expires. */
export type UploadReceiptOptions = Expiry & {
  /** The user that the token is issued to: an ID that never changes. */
  subject: string
  /** The public key of the project that the token is for. */
  publicKey: string
  /** The unique ID of the token, for example `crypto.randomUUID()`. */
  tokenId: string
}

// Uploadcare's limit for a metadata value.
const MAX_RECEIPT_LENGTH = 512

/**
 * Generates an upload receipt: a signed value that a backend issues with an upload token and the browser sends as file
 * metadata. It identifies the user in the webhook, since an upload signature covers only its expiry.
 *
 * @returns the receipt, at most 512 characters
 * @throws {TypeError} if the secret is blank or is the public key, an option is missing, or the receipt is too long
 *
 * @example
 * ```ts
 * import { generateUploadReceipt } from '@secure-uploading/core'
 *
 * const uploadReceipt = await generateUploadReceipt('a secret of your backend', {
 *   subject: 'user-42',
 *   publicKey: 'project_public_key',
 *   tokenId: crypto.randomUUID(),
 *   expiresIn: 88_200,
 * })
 * ```
 */
export async function generateUploadReceipt(
  secret: string,
  options: UploadReceiptOptions,
  { now = Date.now }: Clock = {},
): Promise<string> {
  const key = await importReceiptKey(secret)
  assertNotPublicKey('secret', [secret], options.publicKey)
  const nowMs = readClock(now)
  const encoded = encodeClaims({
    subject: options.subject,
    publicKey: options.publicKey,
    tokenId: options.tokenId,
    issuedAt: new Date(nowMs),
    expiresAt: new Date(expireFromExpiry(options, nowMs) * 1000),
  })
  if (decodeClaims(encoded) === undefined) {
    throw new TypeError('"subject", "publicKey" and "tokenId" must be non-empty strings.')
  }
  const signed = `ur1.${encodeBase64UrlJson(encoded)}`
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed))
  const receipt = `${signed}.${encodeBase64Url(new Uint8Array(mac))}`
  if (receipt.length <= MAX_RECEIPT_LENGTH) return receipt
  throw new TypeError(
    `"subject" is too long: the receipt would have ${receipt.length} characters, and metadata values have at most ${MAX_RECEIPT_LENGTH}. Use a shorter ID.`,
  )
}
