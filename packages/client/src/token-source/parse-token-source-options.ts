import { assertHttpUrl } from '../options/assert-http-url.js'
import { assertKnownOptions } from '../options/assert-known-options.js'
import type { TokenSourceOptions } from './token-source-options.js'

/** The options of a token source with their defaults. */
export interface TokenSourceSettings extends TokenSourceOptions {
  credentials: NonNullable<TokenSourceOptions['credentials']>
  maxRetries: number
  random: () => number
  timeoutMs: number
}

const NAMES = [
  'endpoint',
  'fetchToken',
  'headers',
  'credentials',
  'fetch',
  'initialToken',
  'timeoutMs',
  'maxRetries',
  'onEvent',
  'clock',
  'random',
]
const FUNCTIONS = ['fetch', 'fetchToken', 'onEvent', 'random'] as const

const DEFAULT_ENDPOINT = '/api/upload-token'

/** @throws {TypeError} when an option is invalid, naming it. */
export function parseTokenSourceOptions(options: TokenSourceOptions): TokenSourceSettings {
  assertKnownOptions(options, NAMES)
  const { fetchToken, endpoint = fetchToken ? undefined : DEFAULT_ENDPOINT } = options
  const { timeoutMs = 10_000, maxRetries = 5, random = Math.random, credentials = 'same-origin' } = options
  if (!endpoint === !fetchToken) throw new TypeError('Set exactly one of "endpoint" and "fetchToken"')
  if (options.endpoint === undefined && !fetchToken && typeof location === 'undefined') {
    throw new TypeError(
      'Set "endpoint" to the absolute URL of the token endpoint, or "fetchToken": outside of a browser there is no default',
    )
  }
  if (endpoint) assertHttpUrl('endpoint', endpoint)
  if (!(typeof timeoutMs === 'number' && timeoutMs > 0)) {
    throw new TypeError('"timeoutMs" must be a number of milliseconds, more than 0')
  }
  if (!(typeof maxRetries === 'number' && maxRetries >= 0)) {
    throw new TypeError('"maxRetries" must be a number, 0 or more')
  }
  for (const name of FUNCTIONS) {
    if (!['undefined', 'function'].includes(typeof options[name])) {
      throw new TypeError(`"${name}" must be a function`)
    }
  }
  return { ...options, endpoint, timeoutMs, maxRetries, random, credentials }
}
