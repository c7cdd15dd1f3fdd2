import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { hmacHex } from '../hmac/hmac-hex.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'
import { assertOptions } from '../options/assert-options.js'
import { parseSecrets } from '../secret/parse-secrets.js'
import { SIGNING_SECRET } from '../secret/secret-kind.js'
import { checkSignatureForm, type WebhookRefusal } from './check-signature-form.js'
import { COMPARE_SECRET_AND_BODY, explainWebhookSignature } from './explain-webhook-signature.js'
import { bytesOfBody, type WebhookBody } from './webhook-body.js'

/** The signed parts of a webhook request. */
export interface SignedWebhook {
  /** The header `X-Uc-Signature`. */
  signature: string | null | undefined
  /** The raw body. A body that was parsed and serialized again does not match. */
  body: WebhookBody
}

export interface VerifyWebhookOptions {
  /**
   * Whether to look for the mistake behind a mismatch, which signs the body once more per secret. `false` skips these
   * diagnostic HMACs.
   *
   * @default true
   */
  explain?: boolean | undefined
}

/** Whether a webhook was sent by Uploadcare. */
export type WebhookVerdict = { valid: true } | WebhookRefusal

/**
 * Verifies the signature of a webhook: Uploadcare signs the bytes of the body with HMAC-SHA256 and sends
 * `X-Uc-Signature: v1=<lowercase hex>`. Compares the signature in constant time. A signature of any type gets a verdict.
 *
 * The signature covers no time, so a captured webhook stays valid forever, and Uploadcare repeats a delivery until it
 * receives a 2xx: make your handler idempotent.
 *
 * @param signingSecrets the signing secret, or several while one is being rotated: any of them verifies
 * @throws {TypeError} if a signing secret is invalid, the list is empty, the body is already parsed, or an option is
 * invalid or unknown
 * @see https://uploadcare.com/docs/webhooks/#signed-webhooks
 *
 * @example
 * ```ts
 * import { verifyWebhookSignature } from '@secure-uploading/core'
 *
 * export async function isFromUploadcare(request: Request): Promise<boolean> {
 *   const signature = request.headers.get('X-Uc-Signature')
 *   const verdict = await verifyWebhookSignature('signing secret', { signature, body: await request.arrayBuffer() })
 *   if (!verdict.valid) console.log(verdict.reason, verdict.hint)
 *   return verdict.valid
 * }
 * ```
 */
export async function verifyWebhookSignature(
  signingSecrets: string | readonly string[],
  webhook: SignedWebhook,
  options: VerifyWebhookOptions = {},
): Promise<WebhookVerdict> {
  const secrets = parseSecrets(SIGNING_SECRET, signingSecrets)
  assertOptions(options, ['explain'])
  const { explain = true }: { explain?: unknown } = options
  if (typeof explain !== 'boolean') throw new TypeError('"explain" must be true or false.')
  const { signature, body } = Object(webhook) as Partial<SignedWebhook>
  const bytes = bytesOfBody(body)
  const malformed = checkSignatureForm(signature)
  if (malformed) return malformed

  const keys = await Promise.all(secrets.map(importHmacKey))
  const expected = await Promise.all(keys.map(async (key) => `v1=${await hmacHex(key, bytes)}`))
  // No early exit: the timing must not reveal which secret matched.
  const matches = expected.map((candidate) => equalInConstantTime(candidate, String(signature)))
  if (matches.includes(true)) return { valid: true }

  const hint = explain
    ? await explainWebhookSignature(secrets, String(signature), bytes)
    : COMPARE_SECRET_AND_BODY
  return { valid: false, reason: 'mismatch', hint }
}
