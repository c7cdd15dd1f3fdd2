import { encodeBase64UrlJson } from '../base64url/base64url-json.js'
import { encodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { expireFromExpiry, type Expiry } from '../expiry/expire-from-expiry.js'
import { readClock } from '../expiry/read-clock.js'
import { assertNotPublicKey } from './assert-not-public-key.js'
import { importReceiptKey } from './import-receipt-key.js'
import { readClaims, writeClaims } from './upload-receipt-claims.js'

/** Who a receipt is for, and when it ends. */
export type UploadReceiptOptions = Expiry & {
  /** Who was given the token: an id that does not change. */
  subject: string
  /** The public key of the project that the token is for. */
  publicKey: string
  /** The name of the token; `crypto.randomUUID()` is one. */
  tokenId: string
}

// The longest value that a file's metadata takes.
const LONGEST_RECEIPT = 512

/**
 * Makes an upload receipt: a signed value that a backend issues with an upload token and the browser puts into the
 * file's metadata, so that the backend sees in the webhook whom it gave the token to. An upload signature itself says
 * nothing but a time.
 *
 * @throws {TypeError} when the secret is blank or the public key, an option is missing, or the receipt would be longer than metadata may be.
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
  const written = writeClaims({
    subject: options.subject,
    publicKey: options.publicKey,
    tokenId: options.tokenId,
    issuedAt: new Date(nowMs),
    expiresAt: new Date(expireFromExpiry(options, nowMs) * 1000),
  })
  if (readClaims(written) === undefined) {
    throw new TypeError(
      '"subject", "publicKey" and "tokenId" of a receipt must be strings that are not empty',
    )
  }
  const signed = `ur1.${encodeBase64UrlJson(written)}`
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed))
  const receipt = `${signed}.${encodeBase64Url(new Uint8Array(mac))}`
  if (receipt.length <= LONGEST_RECEIPT) return receipt
  throw new TypeError(
    `"subject" is too long for a receipt: a value in a file's metadata has at most ${LONGEST_RECEIPT} characters, and this would have ${receipt.length}`,
  )
}
