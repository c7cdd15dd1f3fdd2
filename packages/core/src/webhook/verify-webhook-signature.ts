import { equalInConstantTime } from '../hmac/equal-in-constant-time.js'
import { hmacHex } from '../hmac/hmac-hex.js'
import { COMPARE_SECRET_AND_BODY, explainWebhookSignature } from './explain-webhook-signature.js'
import { importSigningSecret } from './import-signing-secret.js'
import { bytesOfBody, type WebhookBody } from './webhook-body.js'

/** What came with a webhook. */
export interface SignedWebhook {
  /** The header `X-Uc-Signature`. */
  signature: string | null | undefined
  /** The body as it came: one that was parsed and written again is another. */
  body: WebhookBody
}

export interface VerifyWebhookOptions {
  /**
   * Whether to look for what is wrong with a signature that does not match, which signs the body another eight times for
   * each secret: `true` unless given. Where nobody reads the hint, `false` keeps a forged webhook as cheap as a right one.
   */
  explain?: boolean
}

/** Why a webhook's signature is refused. */
export interface WebhookRefusal {
  valid: false
  /** `missing`: it came without; `malformed`: it is none; `mismatch`: it is not of this body and secret. */
  reason: 'missing' | 'malformed' | 'mismatch'
  /** What may be wrong, in our words. It holds neither a secret nor a signature. */
  hint: string
}

/** Whether a webhook came from Uploadcare. */
export type WebhookVerdict = { valid: true } | WebhookRefusal

/**
 * Tells whether a webhook was sent by somebody who knows its signing secret: Uploadcare signs the bytes of the body with
 * HMAC-SHA256 and sends `X-Uc-Signature: v1=<lowercase hex>`. The signature is compared in constant time. While a signing
 * secret is replaced, give the new one and the old one: any of them verifies.
 *
 * The signature covers no time, so a delivery that somebody recorded verifies for ever, and Uploadcare itself repeats
 * one that was not answered well: let a second one of the same file and event do no harm.
 *
 * @throws {TypeError} when a signing secret is blank, or there is none, or the body is a parsed one.
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
  if (candidates.length === 0) throw new TypeError('"signingSecrets" must hold at least one signing secret')
  const keys = await Promise.all(candidates.map(importSigningSecret))
  const bytes = bytesOfBody(body)

  if (!signature) {
    return refused(
      'missing',
      'X-Uc-Signature is missing: Uploadcare sends it for webhooks that have a signing secret.',
    )
  }
  const expected = await Promise.all(keys.map(async (key) => `v1=${await hmacHex(key, bytes)}`))
  // No early exit: how long it takes must not tell which secret came close.
  const matches = expected.map((candidate) => equalInConstantTime(candidate, signature))
  if (matches.includes(true)) return { valid: true }

  if (!/^v1=[0-9a-f]{64}$/.test(signature)) {
    return refused('malformed', 'X-Uc-Signature must be "v1=" and 64 digits from 0 to f in lower case.')
  }
  const hint = explain ? await explainWebhookSignature(candidates, signature, bytes) : COMPARE_SECRET_AND_BODY
  return refused('mismatch', hint)
}

function refused(reason: WebhookRefusal['reason'], hint: string): WebhookRefusal {
  return { valid: false, reason, hint }
}
