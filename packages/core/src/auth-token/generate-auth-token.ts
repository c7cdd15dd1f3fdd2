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

/** When an auth token expires (at most 24 hours from now) and what it allows. */
export type AuthTokenOptions = Expiry & {
  /**
   * 1 to 16 paths of the Upload API, each starting with `/`: exact, or ending in `/*` to include all paths below.
   *
   * @default all paths
   */
  scope?: readonly string[]
  /**
   * The number of files that can be uploaded with the token, 1 to 100000.
   *
   * @default unlimited
   */
  operations?: number
  /** The user that the token is issued to: the JWT's `sub`. */
  subject?: string
  /** The unique ID of the token: the JWT's `jti`. */
  tokenId?: string
}

/**
 * Generates an auth token: a JWT (HS256) for `Authorization: Bearer`. Unlike a signature, it can carry a subject and
 * restrictions. Validates Uploadcare's limits up front.
 *
 * @returns the token in its compact form
 * @throws {TypeError} if the secret key is blank, or an option is out of its limits
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
  if (exp <= iat) throw new TypeError('"expiresAt" must be at least one second in the future.')
  assertNonEmptyString('subject', options.subject)
  assertNonEmptyString('tokenId', options.tokenId)
  const claims = toClaims(options, iat, exp)
  assertAuthTokenClaims(claims)

  const signed = `${encodeBase64UrlJson({ alg: 'HS256', typ: 'JWT' })}.${encodeBase64UrlJson(claims)}`
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed))
  return `${signed}.${encodeBase64Url(new Uint8Array(mac))}`
}

// Reports the name of the option, not of the claim.
function assertNonEmptyString(option: string, value: unknown): void {
  if (value === undefined || (typeof value === 'string' && value !== '')) return
  throw new TypeError(`"${option}" must be a non-empty string`)
}

function toClaims(options: AuthTokenOptions, iat: number, exp: number): AuthTokenClaims {
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
