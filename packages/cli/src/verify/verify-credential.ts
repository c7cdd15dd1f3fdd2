import {
  verifyAuthToken,
  verifySecureSignature,
  type AuthTokenClaims,
  type Verdict,
} from '@secure-uploading/core'
import { UsageError } from '../usage-error.js'
import type { Credential } from './read-credential.js'

export type CredentialVerdict = Verdict & {
  credential: 'signature' | 'jwt'
  /** The expiry in ISO 8601, if it can be read. */
  expiresAt?: string
  claims?: AuthTokenClaims
}

/**
 * Verifies a credential.
 *
 * @throws {UsageError} if a path is passed for a signature, which has no scope
 */
export async function verifyCredential(
  secretKeys: readonly string[],
  credential: Credential,
  path: string | undefined,
): Promise<CredentialVerdict> {
  if ('jwt' in credential) {
    const verdict = await verifyAuthToken(secretKeys, credential.jwt, path === undefined ? {} : { path })
    return { ...verdict, credential: 'jwt', ...expiryOf(verdict.claims?.exp) }
  }
  if (path !== undefined) throw new UsageError('A signature has no scope. Use --path only with auth tokens.')
  const verdict = await verifySecureSignature(secretKeys, credential)
  const isTime = verdict.valid || /^\d{1,10}$/.test(credential.expire ?? '')
  return { ...verdict, credential: 'signature', ...(isTime && expiryOf(Number(credential.expire))) }
}

const expiryOf = (unixSeconds: number | undefined): { expiresAt?: string } =>
  unixSeconds === undefined ? {} : { expiresAt: new Date(unixSeconds * 1000).toISOString() }
