import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { hmacHex } from '../hmac/hmac-hex.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'
import { whitespaceVariants } from '../hmac/whitespace-variants.js'

/** The hint for a mismatch without a known cause. */
export const COMPARE_SECRET_AND_BODY =
  'Compare the signing secret with the webhook’s settings, and pass the raw body: a body that was parsed and serialized again does not match.'

/** Finds the likely mistake behind a mismatch. Signs the body with each variant of each secret. */
export async function explainWebhookSignature(
  signingSecrets: readonly string[],
  signature: string,
  body: BufferSource,
): Promise<string> {
  for (const variant of new Set(signingSecrets.flatMap(whitespaceVariants))) {
    // Constant time here, too: a variant can be the webhook's real secret.
    if (equalInConstantTime(`v1=${await hmacHex(await importHmacKey(variant), body)}`, signature)) {
      return 'The signing secret differs from the one in the webhook’s settings in leading or trailing whitespace.'
    }
  }
  return COMPARE_SECRET_AND_BODY
}
