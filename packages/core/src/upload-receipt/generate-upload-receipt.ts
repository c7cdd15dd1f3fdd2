import { encodeBase64UrlJson } from '../base64url/base64url-json.js'
import { encodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { EXPIRY_OPTIONS, expireFromExpiry, type Expiry } from '../expiry/expire-from-expiry.js'
import { readClock } from '../expiry/read-clock.js'
import { assertOptions } from '../options/assert-options.js'
import { assertNotPublicKey } from '../secret/assert-not-public-key.js'
import { assertSecretOf, RECEIPT_SECRET } from '../secret/secret-kind.js'
import { deriveHmacKey } from './derive-hmac-key.js'
import { assertMetadata, hashMetadata, type Metadata } from './hash-metadata.js'
import { decodeClaims, encodeClaims } from './upload-receipt-claims.js'
import { assertRouteName } from './upload-route.js'

/** The claims of a receipt, and when it expires. */
export type UploadReceiptOptions = Expiry & {
  /** The user that the token is issued to: an ID that never changes. */
  subject: string
  /** The public key of the project that the token is for. */
  publicKey: string
  /** The unique ID of the token, for example `crypto.randomUUID()`. */
  tokenId: string
  /**
   * The upload route that the receipt is bound to: 1 to 32 letters, digits, `-` and `_`.
   *
   * @default none
   */
  route?: string | undefined
  /**
   * The metadata that the receipt is bound to: files must have exactly this metadata, apart from the receipt itself.
   * The receipt contains only its SHA-256.
   *
   * @default any metadata
   */
  metadata?: Metadata | undefined
}

const OPTIONS = [...EXPIRY_OPTIONS, 'subject', 'publicKey', 'tokenId', 'route', 'metadata'] as const

// Uploadcare's limit for a metadata value.
const MAX_RECEIPT_LENGTH = 512

/**
 * Generates an upload receipt: a signed value that a backend issues with an upload token and the browser sends as file
 * metadata. It identifies the user in the webhook, since an upload signature covers only its expiry.
 *
 * @returns the receipt, at most 512 characters
 * @throws {TypeError} if the secret is invalid or is the public key, an option is missing, unknown or invalid, or the
 * receipt is too long
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
  clock: Clock = {},
): Promise<string> {
  assertSecretOf(RECEIPT_SECRET, secret)
  assertOptions(options, OPTIONS)
  assertOptions(clock, ['now'])
  const { subject, publicKey, tokenId, route, metadata } = options
  assertNotPublicKey(RECEIPT_SECRET.option, [secret], publicKey)
  if (route !== undefined) assertRouteName(route)
  if (metadata !== undefined) assertMetadata(metadata)

  const { now = Date.now } = clock
  const nowMs = readClock(now)
  const metadataHash = metadata && (await hashMetadata(metadata))
  const encoded = encodeClaims({
    subject,
    publicKey,
    tokenId,
    ...(route === undefined ? {} : { route }),
    ...(metadataHash === undefined ? {} : { metadataHash }),
    issuedAt: new Date(nowMs),
    expiresAt: new Date(expireFromExpiry(options, nowMs, OPTIONS) * 1000),
  })
  if (decodeClaims(encoded) === undefined) {
    throw new TypeError('"subject", "publicKey" and "tokenId" must be non-empty strings.')
  }
  return assertLength(await addSignature(secret, `ur1.${encodeBase64UrlJson(encoded)}`))
}

async function addSignature(secret: string, signed: string): Promise<string> {
  const { sign } = await deriveHmacKey(secret, 'upload-receipt')
  return `${signed}.${encodeBase64Url(await sign(new TextEncoder().encode(signed)))}`
}

function assertLength(receipt: string): string {
  if (receipt.length <= MAX_RECEIPT_LENGTH) return receipt
  throw new TypeError(
    `"subject" is too long: the receipt would have ${receipt.length} characters, and metadata values have at most ${MAX_RECEIPT_LENGTH}. Use a shorter ID.`,
  )
}
