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

export interface MadeToken {
  fields: SecureToken | AuthToken
  /** Unix **seconds**. */
  expire: number
  /** Whether a file can be uploaded with it in one request. */
  opensBase: boolean
}

/**
 * Makes the credential that the options describe.
 *
 * @throws {UsageError} when they contradict each other.
 * @throws {TypeError} when one is out of its bounds.
 */
export async function makeToken(secretKey: string, options: TokenOptions): Promise<MadeToken> {
  const { jwt, expiresIn, expiresAt, scope, operations, subject, tokenId } = options
  const restrictions = Object.entries({ scope, operations, subject, tokenId }).filter(
    ([, value]) => value !== undefined,
  )
  if (!jwt && restrictions.length > 0) {
    throw new UsageError('A signature carries no --scope, --operations, --subject or --token-id: add --jwt.')
  }
  if (expiresIn !== undefined && expiresAt !== undefined) {
    throw new UsageError('Give either --expires-in or --expires-at, not both.')
  }
  const expiry: Expiry =
    expiresAt === undefined ? { expiresIn: expiresIn ?? DEFAULT_EXPIRES_IN_SECONDS } : { expiresAt }
  if (!jwt) {
    const token = await generateSecureSignature(secretKey, expiry)
    return { fields: token, expire: Number(token.secureExpire), opensBase: true }
  }
  const authToken = await generateAuthToken(secretKey, { ...expiry, ...Object.fromEntries(restrictions) })
  const { valid, claims } = await verifyAuthToken(secretKey, authToken, { path: '/base/' })
  return { fields: { authToken }, expire: claims?.exp ?? NaN, opensBase: valid }
}
