import { hmacHex } from '../hmac/hmac-hex.js'
import { importHmacKey } from '../hmac/import-hmac-key.js'
import { assertSecretOf, SIGNING_SECRET } from '../secret/secret-kind.js'
import { bytesOfBody, type WebhookBody } from './webhook-body.js'

/**
 * Signs the body of a webhook the way Uploadcare does, for tests and emulators.
 *
 * @returns the value of the header `X-Uc-Signature`: `v1=` and the lowercase hex HMAC-SHA256 of the body
 * @throws {TypeError} if the signing secret is invalid, or the body is already parsed
 *
 * @example
 * ```ts
 * import { generateWebhookSignature } from '@secure-uploading/core'
 *
 * const body = JSON.stringify({ hook: { event: 'file.uploaded' } })
 * const headers = { 'X-Uc-Signature': await generateWebhookSignature('signing secret', body) }
 * ```
 */
export async function generateWebhookSignature(signingSecret: string, body: WebhookBody): Promise<string> {
  assertSecretOf(SIGNING_SECRET, signingSecret)
  return `v1=${await hmacHex(await importHmacKey(signingSecret), bytesOfBody(body))}`
}
