import type { Exchange } from '../http/exchange.js'
import { verifyDeliveryToken } from './verify-delivery-token.js'

/**
 * Verifies the token of a signed URL, if the project of a file requires one.
 *
 * @returns the response that refuses the request, or `undefined`.
 */
export function authorizeDelivery(
  { emulation, entry, url, path }: Exchange,
  publicKey: string,
): Response | undefined {
  entry.publicKey = publicKey
  const secrets = emulation.projects.find(publicKey)?.deliverySecrets ?? []
  if (secrets.length === 0) return undefined
  const token = url.searchParams.get('token') ?? ''
  // Uploadcare's Python SDK signs the whole URL instead of the path.
  const urls = [path, url.origin + url.pathname]
  const hint = verifyDeliveryToken(secrets, token, urls, emulation.clock.nowMs())
  if (hint === undefined) {
    entry.verdict = { valid: true }
    return undefined
  }
  const message = 'Access denied'
  entry.verdict = { valid: false, code: 'DeliveryTokenError', status: 403, message, hint }
  return new Response(message, { status: 403, headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
