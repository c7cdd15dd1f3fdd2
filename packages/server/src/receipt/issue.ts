import { generateUploadReceipt } from '@secure-uploading/core'
import type { ReceiptSettings } from './options.js'

/** The token that a receipt is issued with. */
export interface ReceiptInput {
  subject: string | undefined
  publicKey: string
  tokenId: string
  /** The time at which the token is issued, in Unix **milliseconds**. */
  nowMs: number
  /** The time at which the token expires, in Unix **seconds**. */
  expire: number
  /** The upload route that the receipt is bound to. */
  route?: string | undefined
  /** The metadata that the receipt is bound to. */
  metadata?: Readonly<Record<string, string>> | undefined
}

// The parts of a multipart upload have URLs that are valid for 24 hours.
const MAX_UPLOAD_SECONDS = 86_400

/** Creates a function that issues the receipt of a token. */
export function createReceiptIssuer<Args extends unknown[]>({
  secretsFor,
  expiresIn,
}: ReceiptSettings<Args>): (input: ReceiptInput, args: Args) => Promise<string> {
  return async ({ subject, publicKey, tokenId, nowMs, expire, route, metadata }, args) => {
    if (subject === undefined) {
      throw new TypeError('A receipt needs a "subject", but the grant has none. Return one from "authorize"')
    }
    const [secret = ''] = await secretsFor(args)
    // Uploads are possible until the token expires, so the receipt must not expire earlier.
    const expiresAt =
      expiresIn === undefined
        ? expire + MAX_UPLOAD_SECONDS
        : Math.max(expire, Math.ceil(nowMs / 1000) + expiresIn)
    const claims = { subject, publicKey, tokenId, expiresAt, route, metadata }
    return generateUploadReceipt(secret, claims, { now: () => nowMs })
  }
}
