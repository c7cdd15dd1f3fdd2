import { generateUploadReceipt } from '@secure-uploading/core'
import { assertNotPublicKey } from '@secure-uploading/core/internal'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'
import { createSecrets } from '../secrets/create-secrets.js'

/** The token that a receipt goes with. */
export interface ReceiptedToken {
  subject: string | undefined
  publicKey: string
  tokenId: string
  /** When the token is issued, in Unix **milliseconds**. */
  nowMs: number
  /** When the token ends, in Unix **seconds**. */
  expire: number
}

// A multipart upload may go on for so long after its token was used: its parts have addresses that live 24 hours.
const LONGEST_UPLOAD_SECONDS = 86_400

/**
 * Makes the receipts that go with tokens; `undefined` when none are asked for.
 *
 * @throws {TypeError} when a secret that is given as a literal is blank, or the public key.
 */
export function createReceiptMint<Args extends unknown[]>({
  receipts,
  publicKey: publicKeyOption,
}: TokenHandlerOptions<Args>): ((token: ReceiptedToken, args: Args) => Promise<string>) | undefined {
  if (receipts === undefined) return undefined
  const { expiresIn } = receipts
  const secretsFor = createSecrets('receipts.secret', receipts.secret)
  // What a function gives is checked when a receipt is made of it.
  if (typeof receipts.secret !== 'function') {
    assertNotPublicKey('receipts.secret', [receipts.secret].flat(), publicKeyOption)
  }

  return async ({ subject, publicKey, tokenId, nowMs, expire }, args) => {
    if (subject === undefined) {
      throw new TypeError(
        'A receipt says who it is for, and the grant has no "subject": return one from "authorize"',
      )
    }
    const [secret = ''] = await secretsFor(args)
    // However short it is to live: as long as its token is good, an honest upload may come with it.
    const expiresAt =
      expiresIn === undefined
        ? expire + LONGEST_UPLOAD_SECONDS
        : Math.max(expire, Math.ceil(nowMs / 1000) + expiresIn)
    return generateUploadReceipt(secret, { subject, publicKey, tokenId, expiresAt }, { now: () => nowMs })
  }
}
