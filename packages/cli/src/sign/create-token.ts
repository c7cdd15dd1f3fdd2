import {
  generateAuthToken,
  generateSecureSignature,
  verifyAuthToken,
  type AuthToken,
  type Expiry,
  type SecureToken,
} from '@secure-uploading/core'
import { DEFAULT_EXPIRES_IN_SECONDS } from '../arguments/default-expires-in-seconds.js'
import { UsageError } from '../usage-error.js'

const DAY_SECONDS = 86_400

export interface TokenOptions {
  /** In **seconds**. */
  expiresIn?: number
  expiresAt?: Date | number
  jwt?: true
  scope?: string[]
  operations?: number
  subject?: string
  tokenId?: string
}

export interface CreatedToken {
  fields: SecureToken | AuthToken
  /** Unix **seconds**. */
  expire: number
  /** Whether the token allows a direct upload (`/base/`). */
  allowsDirectUpload: boolean
}

/**
 * Creates the credential that the options describe.
 *
 * @throws {UsageError} if the options contradict each other
 * @throws {TypeError} if an option is out of its limits
 */
export async function createToken(secretKey: string, options: TokenOptions): Promise<CreatedToken> {
  const { jwt, expiresIn, expiresAt, scope, operations, subject, tokenId } = options
  const restrictions = Object.entries({ scope, operations, subject, tokenId }).filter(
    ([, value]) => value !== undefined,
  )
  if (!jwt && restrictions.length > 0) {
    throw new UsageError(
      'A signature cannot carry --scope, --operations, --subject or --token-id. Add --jwt.',
    )
  }
  if (expiresIn !== undefined && expiresAt !== undefined) {
    throw new UsageError('Pass either --expires-in or --expires-at, not both.')
  }
  const expiry: Expiry =
    expiresAt === undefined ? { expiresIn: expiresIn ?? DEFAULT_EXPIRES_IN_SECONDS } : { expiresAt }
  if (!jwt) {
    const token = await generateSecureSignature(secretKey, expiry)
    return { fields: token, expire: Number(token.secureExpire), allowsDirectUpload: true }
  }
  assertAuthTokenExpiry(options)
  const authToken = await generateAuthToken(secretKey, { ...expiry, ...Object.fromEntries(restrictions) })
  const { valid, claims } = await verifyAuthToken(secretKey, authToken, { path: '/base/' })
  return { fields: { authToken }, expire: claims?.exp ?? NaN, allowsDirectUpload: valid }
}

/** @throws {UsageError} naming the option and the limit */
function assertAuthTokenExpiry({ expiresIn = 0, expiresAt = 0 }: TokenOptions): void {
  if (expiresIn > DAY_SECONDS) {
    throw new UsageError('--expires-in must be at most 24 hours (24h) with --jwt.')
  }
  const endMs = typeof expiresAt === 'number' ? expiresAt * 1000 : expiresAt.getTime()
  if (endMs > Date.now() + DAY_SECONDS * 1000) {
    throw new UsageError('--expires-at must be at most 24 hours from now with --jwt.')
  }
}
