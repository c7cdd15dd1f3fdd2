import { hmacHex } from '../hmac/hmac-hex.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'
import { withWhiteSpace } from '../hmac/with-white-space.js'

/** Says what is likely to be wrong with a signature that does not match. */
export async function explainWebhookSignature(
  signingSecrets: readonly string[],
  signature: string,
  body: BufferSource,
): Promise<string> {
  for (const padded of new Set(signingSecrets.flatMap(withWhiteSpace))) {
    if (padded === '') continue
    if (`v1=${await hmacHex(await importHmacKey(padded), body)}` === signature) {
      return 'The signing secret was given with white space around it, or without white space that belongs to it. Compare it with the webhook’s settings.'
    }
  }
  return 'Compare the signing secret with the webhook’s settings, and give the body as it came: one that was parsed and written again does not match.'
}
