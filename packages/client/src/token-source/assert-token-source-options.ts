import type { TokenSourceOptions } from './token-source-options.js'

/** @throws {TypeError} when an option is wrong, naming it. */
export function assertTokenSourceOptions(options: TokenSourceOptions): void {
  const { endpoint, fetchToken, timeoutMs = 1, maxRetries = 0 } = options
  if (!endpoint === !fetchToken) throw new TypeError('Give one of "endpoint" and "fetchToken"')
  if (!(timeoutMs > 0)) throw new TypeError('"timeoutMs" must be more than 0 milliseconds')
  if (!(maxRetries >= 0)) throw new TypeError('"maxRetries" must be 0 or more')
}
