import { isMissing } from '../options/is-missing.js'

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

/**
 * Checks the form of `X-Uc-Signature`, which needs neither the secret nor the body.
 *
 * @returns the refusal, or `undefined` if the value can be a signature
 */
export function checkSignatureForm(signature: unknown): WebhookRefusal | undefined {
  if (isMissing(signature)) {
    return {
      valid: false,
      reason: 'missing',
      hint: 'X-Uc-Signature is missing. Uploadcare sends it only if the webhook has a signing secret.',
    }
  }
  if (typeof signature === 'string' && /^v1=[0-9a-f]{64}$/.test(signature)) return undefined
  return {
    valid: false,
    reason: 'malformed',
    hint: 'X-Uc-Signature must be "v1=" and 64 lowercase hex digits.',
  }
}
