import { decodeBase64UrlJson } from '../base64url/base64url-json.js'
import { decodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { readClock } from '../expiry/read-clock.js'
import { isSignedByAny } from '../hmac/is-signed-by-any.js'
import { assertNonEmptyString } from '../options/assert-non-empty-string.js'
import { assertOptions } from '../options/assert-options.js'
import { isMissing } from '../options/is-missing.js'
import { parseSecrets } from '../secret/parse-secrets.js'
import { SECRET_KEY } from '../secret/secret-kind.js'
import { refused, type Verdict } from '../verdict.js'
import { assertAuthTokenClaims, type AuthTokenClaims } from './auth-token-claims.js'
import { createAuthTokenKey } from './create-auth-token-key.js'
import { coversPath } from './scope.js'

const CLOCK_LEEWAY_SECONDS = 30

export interface VerifyAuthTokenOptions extends Clock {
  /**
   * The requested path of the Upload API, to check against the token's scope.
   *
   * @default the scope is not checked
   */
  path?: string | undefined
}

export type AuthTokenVerdict = Verdict & {
  /** The token's claims, if its signature and their form are valid. An expired token has them, too. */
  claims?: AuthTokenClaims
}

/**
 * Verifies an auth token the way the Upload API does. Does not count `operations`: only the API knows how many are used.
 * A token of any type gets a verdict.
 *
 * @param secretKeys the project's secret key, or several: any of them verifies
 * @throws {TypeError} if a secret key is invalid, the list is empty, or an option is unknown
 *
 * @example
 * ```ts
 * import { verifyAuthToken } from '@secure-uploading/core'
 *
 * const verdict = await verifyAuthToken('project_secret_key', 'eyJ…', { path: '/base/' })
 * if (verdict.valid) console.log(verdict.claims?.sub)
 * ```
 */
export async function verifyAuthToken(
  secretKeys: string | readonly string[],
  token: string | null | undefined,
  options: VerifyAuthTokenOptions = {},
): Promise<AuthTokenVerdict> {
  const secrets = parseSecrets(SECRET_KEY, secretKeys)
  assertOptions(options, ['path', 'now'])
  const { path, now = Date.now } = options
  assertNonEmptyString('path', path)

  const given: unknown = token
  if (isMissing(given)) return invalid('it is missing.')
  if (typeof given !== 'string') return invalid('it must be a string.')
  const [header, payload, signature, ...more] = given.split('.')
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
    return invalid('it must have three parts, separated by dots.')
  }
  const headerError = findHeaderError(decodeBase64UrlJson(header))
  if (headerError !== undefined) return invalid(headerError)
  const mac = decodeBase64Url(signature)
  const keys = await Promise.all(secrets.map(createAuthTokenKey))
  const signed = new TextEncoder().encode(`${header}.${payload}`)
  if (mac === undefined || !(await isSignedByAny(keys, mac, signed))) {
    return invalid('signature verification failed.')
  }

  const claims = decodeBase64UrlJson(payload)
  try {
    assertAuthTokenClaims(claims)
  } catch (error) {
    return invalid(`${error instanceof TypeError ? error.message : 'its claims cannot be read'}.`)
  }
  const nowSeconds = Math.floor(readClock(now) / 1000)
  if (claims.iat > nowSeconds + CLOCK_LEEWAY_SECONDS) {
    return { ...invalid('"iat" is in the future.'), claims }
  }
  if (claims.exp < nowSeconds - CLOCK_LEEWAY_SECONDS) {
    return { ...refused('AccessTokenExpiredError', 401, 'Expired token.'), claims }
  }
  const scope = claims.uc?.restrictions.scope
  if (path !== undefined && scope !== undefined && !scope.some((allowed) => coversPath(allowed, path))) {
    return { ...refused('ScopeForbiddenError', 403, 'The token does not allow this request.'), claims }
  }
  return { valid: true, claims }
}

function invalid(reason: string): AuthTokenVerdict {
  return refused('AccessTokenInvalidError', 401, `Invalid token. Reason: ${reason}`)
}

function findHeaderError(header: unknown): string | undefined {
  if (typeof header !== 'object' || header === null || !('alg' in header) || header.alg !== 'HS256') {
    return 'its algorithm must be HS256.'
  }
  // RFC 7515: a token with critical extensions that the verifier does not implement is invalid.
  if ('crit' in header) return 'its header has critical extensions ("crit"), which are not supported.'
  return undefined
}
