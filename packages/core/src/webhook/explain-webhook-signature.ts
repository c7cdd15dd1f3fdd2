import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { hmacHex } from '../hmac/hmac-hex.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'

/** The hint for a mismatch without a known cause. */
export const COMPARE_SECRET_AND_BODY =
  'Compare the signing secret with the webhook’s settings, and pass the raw body: a body that was parsed and serialized again does not match.'

/**
 * Finds the likely mistake behind a mismatch. Signs the body once per secret, so that a forged webhook costs at most
 * twice as much as a valid one.
 */
export async function explainWebhookSignature(
  signingSecrets: readonly string[],
  signature: string,
  body: BufferSource,
): Promise<string> {
  for (const secret of signingSecrets) {
    // The settings of a webhook that was created from a file can end in a line break.
    const key = await importHmacKey(`${secret}\n`)
    // Constant time here, too: this can be the webhook's real secret.
    if (equalInConstantTime(`v1=${await hmacHex(key, body)}`, signature)) {
      return 'The signing secret in the webhook’s settings ends in a line break. Remove it there.'
    }
  }
  return COMPARE_SECRET_AND_BODY
}
