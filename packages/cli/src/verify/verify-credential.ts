import {
  verifyAuthToken,
  verifySecureSignature,
  type AuthTokenClaims,
  type Verdict,
} from '@secure-uploading/core'
import { isDistinctive } from '../secrets/secret-patterns.js'
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
  const hint = verdict.valid ? undefined : (findFormError(credential) ?? verdict.hint)
  const isTime = verdict.valid || /^\d{1,10}$/.test(credential.expire ?? '')
  return {
    ...verdict,
    ...(hint !== undefined && { hint }),
    credential: 'signature',
    ...(isTime && expiryOf(Number(credential.expire))),
  }
}

/** Adds which secret keys a signature was compared with, if no other mistake explains the mismatch. */
export function explainMismatch(verdict: CredentialVerdict, source: string): CredentialVerdict {
  if (verdict.valid || verdict.hint !== undefined || verdict.claims !== undefined) return verdict
  const isMismatch =
    verdict.code === 'SignatureInvalidError' || verdict.message.endsWith('signature verification failed.')
  return isMismatch ? { ...verdict, hint: `It does not match any secret key from ${source}.` } : verdict
}

/** Names an argument of the wrong kind, even if Uploadcare would report another error first. */
function findFormError({
  signature = '',
  expire = '',
}: Exclude<Credential, { jwt: string }>): string | undefined {
  const isTime = /^\d+$/.test(expire)
  if (signature !== '' && expire !== '' && !isTime && /^\d{10}$/.test(signature)) {
    return 'The arguments are swapped: pass the signature first, then its expire.'
  }
  // MD5, Base64 and upper case are signatures of a wrong form, which core explains.
  if (signature !== '' && !/^[\w+/=-]{32,}$/.test(signature)) {
    return `${shown(signature)} is not a signature: that has 64 hex digits (HMAC-SHA256 of expire).`
  }
  if (expire !== '' && !isTime) {
    return `${shown(expire)} is not an expiry: that is Unix seconds, for example 1454903856.`
  }
  return undefined
}

/** Echoes a text only if it is too short to be a secret. */
const shown = (word: string): string => (isDistinctive(word) ? 'The given value' : `"${word}"`)

const expiryOf = (unixSeconds: number | undefined): { expiresAt?: string } =>
  unixSeconds === undefined ? {} : { expiresAt: new Date(unixSeconds * 1000).toISOString() }
