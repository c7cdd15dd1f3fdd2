import { assertHttpUrl } from '../options/assert-http-url.js'
import { assertOptions, isAtLeast, isFunction, type OptionRule } from '../options/assert-options.js'
import type { TokenSourceOptions } from './token-source-options.js'

/** The options of a token source with their defaults. */
export interface TokenSourceSettings extends TokenSourceOptions {
  credentials: NonNullable<TokenSourceOptions['credentials']>
  maxRetries: number
  offlineTimeoutMs: number
  random: () => number
  timeoutMs: number
}

const CREDENTIALS: unknown[] = ['omit', 'same-origin', 'include']
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

const RULES: readonly OptionRule[] = [
  ['endpoint'],
  ['fetchToken fetch onEvent random', isFunction, 'a function'],
  ['initialToken'],
  ['headers', (value) => isFunction(value) || isObject(value), 'an object or a function'],
  ['credentials', (value) => CREDENTIALS.includes(value), `one of: ${CREDENTIALS.join(', ')}`],
  ['clock', isObject, 'an object of functions'],
  ['timeoutMs', isAtLeast(Number.MIN_VALUE), 'a number of milliseconds, more than 0'],
  ['maxRetries offlineTimeoutMs', isAtLeast(0), 'a number, 0 or more'],
]

const DEFAULT_ENDPOINT = '/api/upload-token'

/** @throws {TypeError} naming an unknown or invalid option. */
export function assertTokenSourceOptions(options: TokenSourceOptions): void {
  assertOptions(options, RULES)
}

/** @throws {TypeError} when an option is invalid, naming it. */
export function parseTokenSourceOptions(options: TokenSourceOptions): TokenSourceSettings {
  assertTokenSourceOptions(options)
  const { fetchToken, endpoint = fetchToken ? undefined : DEFAULT_ENDPOINT } = options
  const { timeoutMs = 10_000, maxRetries = 5, random = Math.random, credentials = 'same-origin' } = options
  const { offlineTimeoutMs = 300_000 } = options
  if (!endpoint === !fetchToken) throw new TypeError('Set exactly one of "endpoint" and "fetchToken"')
  if (options.endpoint === undefined && !fetchToken && typeof location === 'undefined') {
    throw new TypeError('Set "endpoint" to an absolute URL, or "fetchToken", outside of a browser')
  }
  if (endpoint) assertHttpUrl('endpoint', endpoint)
  return { ...options, endpoint, timeoutMs, maxRetries, offlineTimeoutMs, random, credentials }
}
