import type { Keys } from '../options/keys.js'
import { RestAnswerError, RestCredentialsError, RestUnavailableError } from './errors.js'

/** The connection to the REST API. */
export interface RestSettings {
  /** Without a trailing slash. */
  baseURL: string
  fetch: typeof fetch
  /** Resolves after a time, and rejects when the signal aborts. */
  wait: (delayMs: number, signal: AbortSignal) => Promise<void>
  /** Returns a number from 0 to 1. */
  random: () => number
}

/** The time that requests have together. */
export interface TimeLimit {
  /** Aborts when the time is over. */
  signal: AbortSignal
  /** Returns the time that is left, in **milliseconds**. */
  remainingMs: () => number
}

export interface RestRequest {
  method: 'GET' | 'PUT' | 'DELETE'
  path: string
  body?: unknown
}

/**
 * Sends a request.
 *
 * @returns the JSON of the answer; `undefined` for 404
 * @throws {RestUnavailableError} when the request may succeed later
 */
export type SendToRestApi = (request: RestRequest) => Promise<unknown>

const ATTEMPTS = 4
const FIRST_BACKOFF_MS = 200

/**
 * Creates a function that sends the requests of one project. It repeats a request after a network error, 408, 429 or 5xx as long
 * as time is left; the requests of this package are idempotent.
 */
export function createRestSender(settings: RestSettings, keys: Keys, limit: TimeLimit): SendToRestApi {
  let headers: RestHeaders | undefined
  let throttled: RestUnavailableError | undefined

  return async (request) => {
    // Further requests would be throttled too, and prolong it.
    if (throttled) throw throttled
    headers ??= headersOf(keys)
    for (let attempt = 1; ; attempt++) {
      try {
        return await sendOnce(settings, headers, limit.signal, request)
      } catch (error) {
        if (!(error instanceof RestUnavailableError)) throw error
        const delayMs = delayOf(error, attempt, settings.random)
        if (attempt === ATTEMPTS || delayMs >= limit.remainingMs()) {
          if (error.retryAfter !== undefined) throttled = error
          throw error
        }
        await settings.wait(delayMs, limit.signal).catch(() => {
          throw error
        })
      }
    }
  }
}

function delayOf({ retryAfter }: RestUnavailableError, attempt: number, random: () => number): number {
  return retryAfter === undefined
    ? FIRST_BACKOFF_MS * 2 ** (attempt - 1) * (0.5 + random() / 2)
    : retryAfter * 1000
}

/** The headers of the requests for one project. */
interface RestHeaders {
  withoutBody: Readonly<Record<string, string>>
  withBody: Readonly<Record<string, string>>
}

async function sendOnce(
  { baseURL, fetch }: RestSettings,
  { withoutBody, withBody }: RestHeaders,
  signal: AbortSignal,
  { method, path, body }: RestRequest,
): Promise<unknown> {
  const init: RequestInit = {
    method,
    headers: body === undefined ? withoutBody : withBody,
    // The secret key must not follow a redirect.
    redirect: 'manual',
    signal,
  }
  if (body !== undefined) init.body = JSON.stringify(body)
  let response: Response
  let text: string | undefined
  try {
    response = await fetch(baseURL + path, init)
    if (response.ok) text = await response.text()
  } catch (cause) {
    throw toUnavailable(baseURL, signal, cause)
  }
  if (text !== undefined) return parseJson(text)
  await response.body?.cancel().catch(() => undefined)
  const { status } = response
  if (status === 404) return undefined
  if (status === 401 || status === 403) throw new RestCredentialsError(status)
  if (status === 408 || status === 429 || status >= 500) {
    throw new RestUnavailableError(
      status === 429 ? 'throttled' : 'failing',
      `The REST API of Uploadcare answered with status ${status}. Files stay "processing" until ${baseURL} is available`,
      { retryAfter: retryAfterOf(response) },
    )
  }
  throw new RestAnswerError(`The REST API of Uploadcare answered ${method} ${path} with status ${status}`)
}

/** @throws {TypeError} when a key cannot be sent. A runtime's own error could contain the key. */
function headersOf({ publicKey, secretKey }: Keys): RestHeaders {
  assertSendable('publicKey', publicKey)
  assertSendable('secretKey', secretKey)
  const withoutBody = {
    Accept: 'application/vnd.uploadcare-v0.7+json',
    Authorization: `Uploadcare.Simple ${publicKey}:${secretKey}`,
  }
  return { withoutBody, withBody: { ...withoutBody, 'Content-Type': 'application/json' } }
}

function assertSendable(option: string, key: string): void {
  if (/^[\x20-\x7e]*$/.test(key)) return
  throw new TypeError(
    `"${option}" has a character that an HTTP header cannot carry. Copy the key from the project's settings`,
  )
}

function toUnavailable(baseURL: string, signal: AbortSignal, cause: unknown): RestUnavailableError {
  if (signal.aborted) {
    return new RestUnavailableError('time-limit', 'The REST API of Uploadcare is too slow', { cause })
  }
  return new RestUnavailableError(
    'unreachable',
    `The REST API of Uploadcare cannot be reached. Check "apiBaseURL" (${baseURL}) and the network of this server`,
    { cause },
  )
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown)
  } catch {
    throw new RestAnswerError('The answer of the REST API of Uploadcare is not JSON')
  }
}

// Uploadcare sends whole seconds. A date is treated as absent.
function retryAfterOf({ headers }: Response): number | undefined {
  const text = headers.get('retry-after') ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}
