import {
  verifyAuthToken,
  verifySecureSignature,
  type AuthTokenClaims,
  type Verdict,
} from '@secure-uploading/core'
import { UsageError } from '../usage-error.js'
import type { Credential } from './read-credential.js'

export type Judgement = Verdict & {
  credential: 'signature' | 'jwt'
  /** When it ends or ended, as ISO 8601 has it, where that can be told. */
  expiresAt?: string
  claims?: AuthTokenClaims
}

/**
 * Has core judge a credential.
 *
 * @throws {UsageError} when a path is given for a signature, which has no scope.
 */
export async function judge(
  secretKeys: readonly string[],
  credential: Credential,
  path: string | undefined,
): Promise<Judgement> {
  if ('jwt' in credential) {
    const verdict = await verifyAuthToken(secretKeys, credential.jwt, path === undefined ? {} : { path })
    return { ...verdict, credential: 'jwt', ...endOf(verdict.claims?.exp) }
  }
  if (path !== undefined) throw new UsageError('A signature opens every path: --path is for auth tokens.')
  const verdict = await verifySecureSignature(secretKeys, credential)
  const isTime = verdict.valid || /^\d{1,10}$/.test(credential.expire ?? '')
  return { ...verdict, credential: 'signature', ...(isTime && endOf(Number(credential.expire))) }
}

const endOf = (unixSeconds: number | undefined): { expiresAt?: string } =>
  unixSeconds === undefined ? {} : { expiresAt: new Date(unixSeconds * 1000).toISOString() }
