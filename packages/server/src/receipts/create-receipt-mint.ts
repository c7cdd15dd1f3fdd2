import { generateUploadReceipt } from '@secure-uploading/core'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'
import { createSecrets } from '../secrets/create-secrets.js'

/** The token that a receipt goes with. */
export interface ReceiptedToken {
  subject: string | undefined
  publicKey: string
  tokenId: string
  /** When the token ends, in Unix **seconds**. */
  expire: number
}

// A multipart upload may go on for so long after its token was used: its parts have addresses that live 24 hours.
const LONGEST_UPLOAD_SECONDS = 86_400

/** Makes the receipts that go with tokens; `undefined` when none are asked for. */
export function createReceiptMint<Args extends unknown[]>({
  receipts,
  now = Date.now,
}: TokenHandlerOptions<Args>): ((token: ReceiptedToken, args: Args) => Promise<string>) | undefined {
  if (receipts === undefined) return undefined
  const secretsFor = createSecrets('receipts.secret', receipts.secret)

  return async ({ subject, publicKey, tokenId, expire }, args) => {
    if (subject === undefined) {
      throw new TypeError(
        'A receipt says who it is for, and the grant has no "subject": return one from "authorize"',
      )
    }
    const [secret = ''] = await secretsFor(args)
    const { expiresIn } = receipts
    const expiry = expiresIn === undefined ? { expiresAt: expire + LONGEST_UPLOAD_SECONDS } : { expiresIn }
    return generateUploadReceipt(secret, { subject, publicKey, tokenId, ...expiry }, { now })
  }
}
