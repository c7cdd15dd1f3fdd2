import { isSecureUploadError, parseUploadToken, SecureUploadError } from '@secure-uploading/core/token'
import { askEndpoint, type EndpointAnswer } from './ask-endpoint.js'
import { backoffMs } from './backoff-ms.js'
import type { ClientClock } from './clock.js'
import type { KeptToken } from './kept-token.js'
import { startStopwatch } from './start-stopwatch.js'
import { TokenEndpointError } from './token-endpoint-error.js'
import type { TokenEvent } from './token-event.js'
import { tokenLifeMs } from './token-life-ms.js'
import type { TokenSourceOptions } from './token-source-options.js'
import { wait } from './wait.js'
import { withDeadline } from './with-deadline.js'

// A server that is to be left alone for longer is better told to the user than waited for.
const LONGEST_WAIT_MS = 60_000

/** Fetches a token, as often as the network, a 429 or a 5xx stands in the way and the options allow. */
export async function fetchToken(
  options: TokenSourceOptions,
  clock: ClientClock,
  emit: (event: TokenEvent) => void,
  signal: AbortSignal,
): Promise<KeptToken> {
  const { endpoint, maxRetries = 5, random = Math.random } = options
  if (endpoint && typeof location === 'undefined' && !/^\w+:/.test(String(endpoint))) {
    throw new TypeError('"endpoint" must be an absolute URL outside of a browser')
  }
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(options, clock, signal)
    } catch (error) {
      if (!isSecureUploadError(error) || !error.retryable || attempt > maxRetries) throw error
      const asked = error instanceof TokenEndpointError ? error.retryAfterMs : undefined
      const delayMs = asked ?? backoffMs(attempt - 1, random)
      if (delayMs > LONGEST_WAIT_MS) throw error
      emit({ type: 'retried', what: 'token', attempt, delayMs, error })
      await wait(clock, delayMs, signal)
    }
  }
}

async function attemptOnce(
  options: TokenSourceOptions,
  clock: ClientClock,
  signal: AbortSignal,
): Promise<KeptToken> {
  const { timeoutMs = 10_000 } = options
  const sentWallMs = clock.wallMs()
  const ageMs = startStopwatch(clock)
  const late = (): Error =>
    new SecureUploadError('ERR_ENDPOINT_TIMEOUT', `The token endpoint took longer than ${timeoutMs} ms.`, {
      retryable: true,
    })
  const { json, serverMs } = await withDeadline(clock, timeoutMs, late, signal, (scope) =>
    ask(options, scope),
  )
  const token = parseUploadToken(json)
  return {
    token,
    ageMs,
    lifeMs: tokenLifeMs(token, serverMs || sentWallMs),
  }
}

async function ask(options: TokenSourceOptions, signal: AbortSignal): Promise<EndpointAnswer> {
  const { endpoint = '', fetchToken, headers } = options
  if (fetchToken) return orUnreachable(async () => ({ json: await fetchToken({ signal }), serverMs: NaN }))
  // What this throws is no weather, but a fault of the app.
  const sent = new Headers(typeof headers === 'function' ? await headers() : headers)
  return orUnreachable(() => askEndpoint(endpoint, options, sent, signal))
}

async function orUnreachable(asking: () => Promise<EndpointAnswer>): Promise<EndpointAnswer> {
  try {
    return await asking()
  } catch (cause) {
    if (isSecureUploadError(cause)) throw cause
    throw new SecureUploadError(
      'ERR_ENDPOINT_UNREACHABLE',
      'The token endpoint cannot be reached. Check the network, its address and its CORS.',
      { cause, retryable: true },
    )
  }
}
