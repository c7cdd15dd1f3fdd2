import type { Secrets } from '../secrets/create-secrets.js'

/** How upload receipts are issued with the tokens, and checked in the webhooks: both handlers take the same. */
export interface Receipts<Args extends unknown[]> {
  /**
   * The secret they are signed with, which only your backend knows: the project's secret key will do. Of several the
   * first one signs, and the webhook handler takes what any of them signed.
   */
  secret: Secrets<Args>
  /**
   * How long after it was issued an upload may end and still have the receipt rightly, in whole **seconds**: the token's
   * life and 24 hours unless given, for a large upload may take that long. It never ends before the token. A
   * receipt can be read and used by whoever knows the UUID of a file that has it, so shorter is safer where files are small.
   */
  expiresIn?: number
}
