import { encodeBase64UrlJson } from '../base64url/base64url-json.js'
import { encodeBase64Url } from '../base64url/base64url.js'
import type { Clock } from '../clock.js'
import { EXPIRY_OPTIONS, expireFromExpiry, type Expiry } from '../expiry/expire-from-expiry.js'
import { readClock } from '../expiry/read-clock.js'
import { assertNonEmptyString } from '../options/assert-non-empty-string.js'
import { assertOptions } from '../options/assert-options.js'
import { assertSecretOf, SECRET_KEY } from '../secret/secret-kind.js'
import { assertAuthTokenClaims, MAX_AUTH_TOKEN_SECONDS } from './auth-token-claims.js'
import { createAuthTokenKey } from './create-auth-token-key.js'

/** When an auth token expires (at most 24 hours from now) and what it allows. */
export type AuthTokenOptions = Expiry & {
  /**
   * 1 to 16 paths of the Upload API, each starting with `/`: exact, or ending in `/*` to include all paths below. A token
   * without a scope also allows Uploadcare's AI image endpoints (`/derivative/image/generate/`, `/derivative/image/edit/`).
   *
   * @default all paths
   */
  scope?: readonly string[] | undefined
  /**
   * The number of files that can be uploaded with the token, 1 to 100000.
   *
   * @default unlimited
   */
  operations?: number | undefined
  /** The user that the token is issued to: the JWT's `sub`. */
  subject?: string | undefined
  /** The unique ID of the token: the JWT's `jti`. */
  tokenId?: string | undefined
  /** The backend that issues the token: the JWT's `iss`. */
  issuer?: string | undefined
}

const OPTIONS = [...EXPIRY_OPTIONS, 'scope', 'operations', 'subject', 'tokenId', 'issuer'] as const

/**
 * Generates an auth token: a JWT (HS256) for `Authorization: Bearer`. Unlike a signature, it can carry a subject and
 * restrictions. Validates Uploadcare's limits up front.
 *
 * @returns the token in its compact form
 * @throws {TypeError} if the secret key is invalid, an option is unknown, or an option is out of its limits
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
  clock: Clock = {},
): Promise<string> {
  assertSecretOf(SECRET_KEY, secretKey)
  assertOptions(options, OPTIONS)
  assertOptions(clock, ['now'])
  const claims = toClaims(options, readClock(clock.now ?? Date.now))
  assertAuthTokenClaims(claims)

  const signed = `${encodeBase64UrlJson({ alg: 'HS256', typ: 'JWT' })}.${encodeBase64UrlJson(claims)}`
  const { sign } = await createAuthTokenKey(secretKey)
  return `${signed}.${encodeBase64Url(await sign(new TextEncoder().encode(signed)))}`
}

function toClaims(options: AuthTokenOptions, nowMs: number): object {
  const { scope, operations, subject, tokenId, issuer } = options
  // Reports the names of the options, not of the claims.
  assertNonEmptyString('subject', subject)
  assertNonEmptyString('tokenId', tokenId)
  assertNonEmptyString('issuer', issuer)
  const restrictions = {
    ...(scope === undefined ? {} : { scope }),
    ...(operations === undefined ? {} : { limits: { operations } }),
  }
  return {
    ...times(options, nowMs),
    ...(issuer === undefined ? {} : { iss: issuer }),
    ...(subject === undefined ? {} : { sub: subject }),
    ...(tokenId === undefined ? {} : { jti: tokenId }),
    ...(Object.keys(restrictions).length === 0 ? {} : { uc: { restrictions } }),
  }
}

/** `iat` is never in the future, `exp` is not earlier than requested, and both are at most 24 hours apart. */
function times(options: AuthTokenOptions, nowMs: number): { iat: number; exp: number } {
  const iat = Math.floor(nowMs / 1000)
  const requested = expireFromExpiry(options, nowMs, OPTIONS)
  if (requested > Math.ceil(nowMs / 1000) + MAX_AUTH_TOKEN_SECONDS) {
    const limit = `at most 24 hours (${MAX_AUTH_TOKEN_SECONDS} seconds)`
    throw new TypeError(
      options.expiresAt === undefined
        ? `"expiresIn" must be ${limit} for an auth token.`
        : `"expiresAt" must be ${limit} from now for an auth token.`,
    )
  }
  return { iat, exp: Math.min(requested, iat + MAX_AUTH_TOKEN_SECONDS) }
}
