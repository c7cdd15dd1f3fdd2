import { SecureUploadError } from '@secure-uploading/core/token'
import { httpDateMs } from '../time/http-date-ms.js'
import { retryAfterMs } from '../time/retry-after-ms.js'
import { readBody } from '../network/read-body.js'
import { withinSecond } from '../time/within-second.js'
import { TokenEndpointError } from './token-endpoint-error.js'
import type { TokenSourceSettings } from './parse-token-source-options.js'

// A page may show the message.
const LONGEST_QUOTE = 500

/** The JSON of the endpoint, and the time of its clock: Unix **milliseconds**, `NaN` without a `Date` header. */
export interface EndpointAnswer {
  json: unknown
  serverMs: number
}

/**
 * Sends one request to the token endpoint.
 *
 * @param body JSON for an uploads endpoint
 * @throws {TokenEndpointError} for a status that is not 2xx.
 * @throws {SecureUploadError} `ERR_ENDPOINT_RESPONSE` for an answer that is not JSON.
 * @throws the error of `fetch`.
 */
export async function requestToken(
  endpoint: string | URL,
  { fetch = globalThis.fetch, credentials, clock }: TokenSourceSettings,
  requestHeaders: Headers,
  signal: AbortSignal,
  body?: string,
): Promise<EndpointAnswer> {
  // Many frameworks answer a plain 401 to a request for JSON, and redirect others to a login page.
  if (!requestHeaders.has('accept')) requestHeaders.set('accept', 'application/json')

  const init = { method: 'POST', headers: requestHeaders, credentials, signal }
  const response = await fetch(endpoint, body === undefined ? init : { ...init, body })
  const { headers, status } = response
  const serverMs = httpDateMs(headers.get('date'))
  // The status of a failure counts, also when its body is cut off or has no end.
  const text = response.ok
    ? await readBody(response)
    : await withinSecond(() => readBody(response), '', signal)
  const json = parseJson(text)
  if (!response.ok) {
    const nowMs = serverMs || (clock?.wallMs?.() ?? Date.now())
    throw new TokenEndpointError(status, messageIn(json), retryAfterMs(headers.get('retry-after'), nowMs))
  }
  if (json === undefined) {
    const from = response.redirected ? ` after a redirect to ${response.url.replace(/\?.*/, '')}` : ''
    throw new SecureUploadError(
      'ERR_ENDPOINT_RESPONSE',
      `The token endpoint answered ${status} with ${text.length} characters of ${headers.get('content-type') ?? 'no type'}${from}, not with JSON. Check its address, and that it does not redirect to a login page.`,
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

function messageIn(json: unknown): string {
  const message = (json as { error?: { message?: unknown } } | null | undefined)?.error?.message
  return typeof message === 'string' ? ` (${message.slice(0, LONGEST_QUOTE).replace(/\.$/, '')})` : ''
}
