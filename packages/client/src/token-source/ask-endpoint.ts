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
 * @throws what `fetch` and `headers` throw.
 */
export async function askEndpoint(
  endpoint: string | URL,
  { fetch = globalThis.fetch, headers, credentials = 'same-origin' }: TokenSourceOptions,
  signal: AbortSignal,
): Promise<EndpointAnswer> {
  const all = new Headers(typeof headers === 'function' ? await headers() : headers)
  // Many a framework answers a plain 401 to who asks for JSON, and redirects others to its login page.
  if (!all.has('accept')) all.set('accept', 'application/json')

  const response = await fetch(endpoint, { method: 'POST', headers: all, credentials, signal })
  const serverMs = Date.parse(response.headers.get('date') ?? '')
  const text = await readBody(response)
  const json = parseJson(text)
  if (!response.ok) {
    throw new TokenEndpointError(
      response.status,
      ownWords(json),
      retryAfterMs(response.headers.get('retry-after'), serverMs),
    )
  }
  if (json === undefined) {
    throw new SecureUploadError(
      'ERR_ENDPOINT_RESPONSE',
      `The token endpoint answered ${response.status} with ${text.length} characters of ${response.headers.get('content-type') ?? 'no type'}${
        response.redirected ? ` after a redirect to ${response.url.replace(/\?.*/, '')}` : ''
      }, not with JSON. Check its address and that it does not redirect to a login.`,
      { status: response.status },
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
  const { message } = (json as { error?: { message?: unknown } } | null | undefined)?.error ?? {}
  return typeof message === 'string' ? message : ''
}
