import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { hmacHex } from '../hmac/hmac-hex.js'
import { COMPARE_SECRET_AND_BODY, explainWebhookSignature } from './explain-webhook-signature.js'
import { importSigningSecret } from './import-signing-secret.js'
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
   * Whether to look for the mistake behind a mismatch, which signs the body eight more times per secret. `false` skips
   * these diagnostic HMACs.
   *
   * @default true
   */
  explain?: boolean
}

/** Why a webhook's signature is refused. */
export interface WebhookRefusal {
  valid: false
  /**
   * - `missing`: the request has no signature
   * - `malformed`: the value is not a signature
   * - `mismatch`: it does not match the body and any of the secrets
   */
  reason: 'missing' | 'malformed' | 'mismatch'
  /** The likely mistake, for logs. Contains neither a secret nor a signature. */
  hint: string
}

/** Whether a webhook was sent by Uploadcare. */
export type WebhookVerdict = { valid: true } | WebhookRefusal

/**
 * Verifies the signature of a webhook: Uploadcare signs the bytes of the body with HMAC-SHA256 and sends
 * `X-Uc-Signature: v1=<lowercase hex>`. Compares the signature in constant time.
 *
 * The signature covers no time, so a captured webhook stays valid forever, and Uploadcare repeats a delivery until it
 * receives a 2xx: make your handler idempotent.
 *
 * @param signingSecrets the signing secret, or several while one is being rotated: any of them verifies
 * @throws {TypeError} if a signing secret is blank, the list is empty, or the body is already parsed
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
  { signature, body }: SignedWebhook,
  { explain = true }: VerifyWebhookOptions = {},
): Promise<WebhookVerdict> {
  const candidates = typeof signingSecrets === 'string' ? [signingSecrets] : signingSecrets
  if (candidates.length === 0)
    throw new TypeError('"signingSecrets" must contain at least one signing secret.')
  const keys = await Promise.all(candidates.map(importSigningSecret))
  const bytes = bytesOfBody(body)

  if (!signature) {
    return refused(
      'missing',
      'X-Uc-Signature is missing. Uploadcare sends it only if the webhook has a signing secret.',
    )
  }
  const expected = await Promise.all(keys.map(async (key) => `v1=${await hmacHex(key, bytes)}`))
  // No early exit: the timing must not reveal which secret matched.
  const matches = expected.map((candidate) => equalInConstantTime(candidate, signature))
  if (matches.includes(true)) return { valid: true }

  if (!/^v1=[0-9a-f]{64}$/.test(signature)) {
    return refused('malformed', 'X-Uc-Signature must be "v1=" and 64 lowercase hex digits.')
  }
  const hint = explain ? await explainWebhookSignature(candidates, signature, bytes) : COMPARE_SECRET_AND_BODY
  return refused('mismatch', hint)
}

function refused(reason: WebhookRefusal['reason'], hint: string): WebhookRefusal {
  return { valid: false, reason, hint }
}
