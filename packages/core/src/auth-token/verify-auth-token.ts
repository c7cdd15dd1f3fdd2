import { decodeBase64UrlJson } from '../base64url/base64url-json.js'
import { decodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { readClock } from '../expiry/read-clock.js'
import { refused, type Verdict } from '../verdict.js'
import { assertAuthTokenClaims, type AuthTokenClaims } from './auth-token-claims.js'
import { importAuthTokenKey } from './import-auth-token-key.js'

const CLOCK_LEEWAY_SECONDS = 30

export interface VerifyAuthTokenOptions extends Clock {
  /**
   * The requested path of the Upload API, to check against the token's scope.
   *
   * @default the scope is not checked
   */
  path?: string
}

export type AuthTokenVerdict = Verdict & {
  /** The token's claims, if its signature and their form are valid. An expired token has them, too. */
  claims?: AuthTokenClaims
}

/**
 * Verifies an auth token the way the Upload API does. Does not count `operations`: only the API knows how many are used.
 *
 * @param secretKeys the project's secret key, or several: any of them verifies
 * @throws {TypeError} if a secret key is blank, or the list is empty
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
  { path, now = Date.now }: VerifyAuthTokenOptions = {},
): Promise<AuthTokenVerdict> {
  const candidates = typeof secretKeys === 'string' ? [secretKeys] : secretKeys
  if (candidates.length === 0) throw new TypeError('"secretKeys" must contain at least one secret key.')
  const keys = await Promise.all(candidates.map(importAuthTokenKey))

  if (!token) return invalid('it is missing.')
  const [header, payload, signature, ...more] = token.split('.')
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) {
    return invalid('it must have three parts, separated by dots.')
  }
  if (!isHs256(decodeBase64UrlJson(header))) return invalid('its algorithm must be HS256.')
  const mac = decodeBase64Url(signature)
  if (mac === undefined || !(await isSignedByAny(keys, mac, `${header}.${payload}`))) {
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
  if (path !== undefined && scope !== undefined && !scope.some((allowed) => covers(allowed, path))) {
    return { ...refused('ScopeForbiddenError', 403, 'The token does not allow this request.'), claims }
  }
  return { valid: true, claims }
}

function invalid(reason: string): AuthTokenVerdict {
  return refused('AccessTokenInvalidError', 401, `Invalid token. Reason: ${reason}`)
}

async function isSignedByAny(keys: CryptoKey[], mac: BufferSource, signed: string): Promise<boolean> {
  const bytes = new TextEncoder().encode(signed)
  const matches = await Promise.all(keys.map((key) => crypto.subtle.verify('HMAC', key, mac, bytes)))
  return matches.includes(true)
}

function isHs256(header: unknown): boolean {
  return typeof header === 'object' && header !== null && 'alg' in header && header.alg === 'HS256'
}

/** `/group/*` covers `/group/` and all paths below it, but not `/groups/`. */
function covers(allowed: string, path: string): boolean {
  return allowed.endsWith('/*') ? path.startsWith(allowed.slice(0, -1)) : path === allowed
}
