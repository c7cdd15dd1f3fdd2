import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { hmacHex } from '../hmac/hmac-hex.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'
import { withWhiteSpace } from '../hmac/with-white-space.js'

/** What to do about a signature that does not match, as long as nobody looked for the mistake. */
export const COMPARE_SECRET_AND_BODY =
  'Compare the signing secret with the webhook’s settings, and give the body as it came: one that was parsed and written again does not match.'

/** Says what is likely to be wrong with a signature that does not match. It signs the body with each likely secret. */
export async function explainWebhookSignature(
  signingSecrets: readonly string[],
  signature: string,
  body: BufferSource,
): Promise<string> {
  for (const other of new Set(signingSecrets.flatMap(withWhiteSpace))) {
    // One of these may be the webhook's own secret, so here too, how long it takes must not tell what came close.
    if (equalInConstantTime(`v1=${await hmacHex(await importHmacKey(other), body)}`, signature)) {
      return 'The signing secret was given with white space around it, or without white space that belongs to it. Compare it with the webhook’s settings.'
    }
  }
  return COMPARE_SECRET_AND_BODY
}
