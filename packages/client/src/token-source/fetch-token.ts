import { isSecureUploadError, SecureUploadError, type UploadToken } from '@secure-uploading/core/token'
import { deviceNetwork } from '../network/device-network.js'
import { findBlocker, noteAnswer, watchPolicy } from '../network/find-blocker.js'
import { backoffMs } from '../time/backoff-ms.js'
import type { ClientClock } from '../time/clock.js'
import { startStopwatch } from '../time/start-stopwatch.js'
import { wait } from '../time/wait.js'
import { withDeadline } from '../time/with-deadline.js'
import type { CachedToken } from './cached-token.js'
import { requestToken, type EndpointAnswer } from './request-token.js'
import { TokenEndpointError } from './token-endpoint-error.js'
import type { TokenRetriedEvent } from './token-event.js'
import { tokenLifeMs } from './token-life-ms.js'
import type { TokenSourceSettings } from './parse-token-source-options.js'

// Longer delays are reported, not awaited.
const LONGEST_WAIT_MS = 60_000

/**
 * Fetches a token. Repeats the request after network errors, timeouts, 408, 425, 429 and 5xx, up to `maxRetries` times, except that it rejects
 * after an attempt without an answer while the device reports that it is offline.
 */
export async function fetchToken(
  options: TokenSourceSettings,
  clock: ClientClock,
  onRetry: (event: TokenRetriedEvent) => void,
  signal: AbortSignal,
  parse: (json: unknown) => UploadToken,
): Promise<CachedToken> {
  const { endpoint, maxRetries, random } = options
  if (endpoint && typeof location === 'undefined' && !/^\w+:/.test(String(endpoint))) {
    throw new TypeError(`The token endpoint must be an absolute URL outside of a browser, got "${endpoint}"`)
  }
  watchPolicy()
  for (let attempt = 1; ; attempt++) {
    try {
      const fetched = await attemptOnce(options, clock, signal, parse)
      if (endpoint) noteAnswer(endpoint)
      return fetched
    } catch (error) {
      if (!isSecureUploadError(error) || !error.retryable || attempt > maxRetries) throw error
      // Callers wait for the network. Retries would be used up before the device is online again.
      if (isLost(error) && deviceNetwork.isOffline()) throw error
      if (endpoint && error.code === 'ERR_ENDPOINT_UNREACHABLE') {
        const blocker = await findBlocker(endpoint, attempt, signal)
        if (blocker !== undefined) throw unreachableError(error.cause, endpoint, blocker)
      }
      const retryAfter = error instanceof TokenEndpointError ? (error.retryAfterMs ?? 0) : 0
      // After zero the backoff applies, or the retries would be used up within milliseconds.
      const delayMs = retryAfter > 0 ? retryAfter : backoffMs(attempt - 1, random)
      if (delayMs > LONGEST_WAIT_MS) throw error
      onRetry({ type: 'retried', what: 'token', attempt, delayMs, error })
      await wait(clock, delayMs, signal)
    }
  }
}

const isLost = ({ code }: SecureUploadError): boolean => /UNREACHABLE|TIMEOUT/.test(code)

async function attemptOnce(
  options: TokenSourceSettings,
  clock: ClientClock,
  signal: AbortSignal,
  parse: (json: unknown) => UploadToken,
): Promise<CachedToken> {
  const { timeoutMs } = options
  const sentWallMs = clock.wallMs()
  const ageMs = startStopwatch(clock)
  const createError = (): Error =>
    new SecureUploadError(
      'ERR_ENDPOINT_TIMEOUT',
      `The token endpoint did not answer within ${timeoutMs} ms. Find out why it is slow, or increase "timeoutMs".`,
      { retryable: true },
    )
  const { json, serverMs } = await withDeadline(clock, timeoutMs, createError, signal, (scope) =>
    requestEndpoint(options, scope),
  )
  const token = parse(json)
  return {
    token,
    ageMs,
    lifeMs: tokenLifeMs(token, serverMs || sentWallMs),
  }
}

/**
 * Sends one request to the endpoint.
 *
 * @param body JSON for an uploads endpoint
 */
export async function requestEndpoint(
  settings: TokenSourceSettings,
  signal: AbortSignal,
  body?: string,
): Promise<EndpointAnswer> {
  const { endpoint = '', fetchToken, headers, fetch = globalThis.fetch } = settings
  if (fetchToken)
    return asUnreachable(endpoint, async () => ({ json: await fetchToken({ signal }), serverMs: NaN }))
  if (typeof fetch !== 'function') {
    throw new TypeError('This platform has no "fetch": set it as an option')
  }
  // Errors from `headers` are mistakes of the app: not retried.
  const sent = toHeaders(typeof headers === 'function' ? await headers() : headers)
  if (body !== undefined) sent.set('content-type', 'application/json')
  return asUnreachable(endpoint, () => requestToken(endpoint, settings, sent, signal, body))
}

/** Without the error of the platform as the cause: that of Node quotes the value, which may be a secret. */
function toHeaders(headers: ConstructorParameters<typeof Headers>[0]): Headers {
  try {
    return new Headers(headers)
  } catch {
    throw new TypeError('"headers" must contain names and values of HTTP headers')
  }
}

async function asUnreachable(
  endpoint: string | URL,
  run: () => Promise<EndpointAnswer>,
): Promise<EndpointAnswer> {
  try {
    return await run()
  } catch (cause) {
    throw isSecureUploadError(cause) ? cause : unreachableError(cause, endpoint)
  }
}

/**
 * @param endpoint named without its query; `''` for the app's own `fetchToken`
 * @param blocker why the browser blocks the endpoint; then a retry cannot help
 */
const unreachableError = (cause: unknown, endpoint: string | URL, blocker?: string): SecureUploadError =>
  new SecureUploadError(
    'ERR_ENDPOINT_UNREACHABLE',
    `Could not reach the token endpoint${endpoint && ` ${String(endpoint).replace(/\?.*/s, '')}`}. ${blocker ?? 'Check the network and the address. If it is on another origin, add this page to its "allowedOrigins" (CORS) and the endpoint to "connect-src" of the page (CSP).'}`,
    { cause, retryable: blocker === undefined },
  )
