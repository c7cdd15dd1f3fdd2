import { encodeBase64UrlJson } from '../base64url/base64url-json.js'
import { encodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { expireFromExpiry, type Expiry } from '../expiry/expire-from-expiry.js'
import {
  assertAuthTokenClaims,
  type AuthTokenClaims,
  type AuthTokenRestrictions,
} from './auth-token-claims.js'
import { readClock } from '../expiry/read-clock.js'
import { importAuthTokenKey } from './import-auth-token-key.js'

/** When an auth token ends (at most 24 hours from now) and what it allows. */
export type AuthTokenOptions = Expiry & {
  /** 1 to 16 paths of the Upload API, each starting with `/`: exact, or ending in `/*` for all below. */
  scope?: readonly string[]
  /** How many files may be uploaded with it: 1 to 100000. */
  operations?: number
  /** Who it is for: the JWT's `sub`. */
  subject?: string
  /** Its own name: the JWT's `jti`. */
  tokenId?: string
}

/**
 * Makes an auth token: a JWT (HS256) for `Authorization: Bearer`, Uploadcare's newer credential, which can carry
 * a subject and restrictions. Every bound of Uploadcare is checked here, so that nobody's browser finds out.
 *
 * @throws {TypeError} when the secret key is blank, or an option is out of its bounds.
 *
 * @example
 * ```ts
 * import { generateAuthToken } from '@secure-uploading/core'
 *
 * const authToken = await generateAuthToken('project_secret_key', {
 *   expiresIn: 1800,
 *   scope: ['/base/', '/multipart/*'],
 *   operations: 10,
 *   subject: 'user-42',
 * })
 * ```
 */
export async function generateAuthToken(
  secretKey: string,
  options: AuthTokenOptions,
  { now = Date.now }: Clock = {},
): Promise<string> {
  const key = await importAuthTokenKey(secretKey)
  const nowMs = readClock(now)
  const iat = Math.ceil(nowMs / 1000)
  const exp = expireFromExpiry(options, nowMs)
  if (exp <= iat) throw new TypeError('"expiresAt" must lie at least a second in the future')
  assertText('subject', options.subject)
  assertText('tokenId', options.tokenId)
  const claims = claimsFrom(options, iat, exp)
  assertAuthTokenClaims(claims)

  const signed = `${encodeBase64UrlJson({ alg: 'HS256', typ: 'JWT' })}.${encodeBase64UrlJson(claims)}`
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed))
  return `${signed}.${encodeBase64Url(new Uint8Array(mac))}`
}

// Its claim has another name, which says nothing to who gave the option.
function assertText(option: string, value: unknown): void {
  if (value === undefined || (typeof value === 'string' && value !== '')) return
  throw new TypeError(`"${option}" must be a string that is not empty`)
}

function claimsFrom(options: AuthTokenOptions, iat: number, exp: number): AuthTokenClaims {
  const { scope, operations, subject, tokenId } = options
  const restrictions: AuthTokenRestrictions = {
    ...(scope === undefined ? {} : { scope: [...scope] }),
    ...(operations === undefined ? {} : { limits: { operations } }),
  }
  return {
    iat,
    exp,
    ...(subject === undefined ? {} : { sub: subject }),
    ...(tokenId === undefined ? {} : { jti: tokenId }),
    ...(Object.keys(restrictions).length === 0 ? {} : { uc: { restrictions } }),
  }
}
