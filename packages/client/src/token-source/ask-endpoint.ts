import { SecureUploadError } from '@secure-uploading/core/token'
import { readBody } from './read-body.js'
import { retryAfterMs } from './retry-after-ms.js'
import { TokenEndpointError } from './token-endpoint-error.js'
import type { TokenSourceOptions } from './token-source-options.js'

/** What somebody's backend said, and when it was there by its own clock (Unix milliseconds, `NaN` when it did not say). */
export interface EndpointAnswer {
  json: unknown
  serverMs: number
}

/**
 * Asks the token endpoint once.
 *
 * @throws {TokenEndpointError} for a status that is not 2xx.
 * @throws {SecureUploadError} `ERR_ENDPOINT_RESPONSE` for an answer that is not JSON.
 * @throws what `fetch` throws.
 */
export async function askEndpoint(
  endpoint: string | URL,
  { fetch = globalThis.fetch, credentials = 'same-origin' }: TokenSourceOptions,
  sent: Headers,
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  // Many a framework answers a plain 401 to who asks for JSON, and redirects others to its login page.
  if (!sent.has('accept')) sent.set('accept', 'application/json')

  const response = await fetch(endpoint, { method: 'POST', headers: sent, credentials, signal })
  const { headers: got, status } = response
  const serverMs = Date.parse(got.get('date') ?? '')
  const text = await readBody(response)
  const json = parseJson(text)
  if (!response.ok) {
    throw new TokenEndpointError(status, ownWords(json), retryAfterMs(got.get('retry-after'), serverMs))
  }
  if (json === undefined) {
    const from = response.redirected ? ` after a redirect to ${response.url.replace(/\?.*/, '')}` : ''
    throw new SecureUploadError(
      'ERR_ENDPOINT_RESPONSE',
      `The token endpoint answered ${status} with ${text.length} characters of ${got.get('content-type') ?? 'no type'}${from}, not with JSON. Check its address, and that it needs no login.`,
      { status },
    )
  }
  return { json, serverMs }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function ownWords(json: unknown): string {
  const message = (json as { error?: { message?: unknown } } | null | undefined)?.error?.message
  return typeof message === 'string' ? ` (${message})` : ''
}
