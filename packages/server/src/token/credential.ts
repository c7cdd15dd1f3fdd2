import { createSigner, generateAuthToken, type SecureToken, type Signer } from '@secure-uploading/core'
import { UPLOAD_SCOPE } from '@secure-uploading/core/internal'

/**
 * The kind of credential that is issued: `'signature'` (a secure token, which every client can send) or `'jwt'` (an auth
 * token, which can be restricted and lives at most 24 hours).
 */
export type Credential = 'signature' | 'jwt'

/** A credential, in the form sent to the client. */
export type UploadCredential = Readonly<SecureToken> | { authToken: string }

/** The values that a credential is made of. */
export interface CredentialInput {
  secretKey: string
  /** The time at which it is issued, in Unix **milliseconds**. */
  nowMs: number
  /** The time at which it expires, in Unix **seconds**. */
  expire: number
  /** Distinguishes auth tokens that are issued in the same second, which would share their `operations` otherwise. */
  tokenId: string
  subject: string | undefined
  scope: readonly string[] | 'any' | undefined
  operations: number | undefined
}

/** Creates a credential. */
export type CreateCredential = (input: CredentialInput) => Promise<UploadCredential>

// The keys of further projects behind the same endpoint are imported again.
const MAX_SIGNERS = 64

/** Creates a function that signs expiries. It keeps a signer per secret key, so a rotated key is used immediately. */
export function createSignatureCredential(now: () => number): CreateCredential {
  const signers = new Map<string, Signer>()

  function signerFor(secretKey: string): Signer {
    const known = signers.get(secretKey)
    if (known) return known

    const signer = createSigner({ secretKey, now })
    signers.set(secretKey, signer)
    const [oldest] = signers.keys()
    if (signers.size > MAX_SIGNERS && oldest !== undefined) signers.delete(oldest)
    return signer
  }

  return ({ secretKey, expire }) => signerFor(secretKey).sign({ expiresAt: expire })
}

/** Creates an auth token that carries the grant. */
export const createAuthTokenCredential: CreateCredential = async (input) => {
  const { secretKey, nowMs, expire, tokenId, subject, scope = UPLOAD_SCOPE, operations } = input
  const authToken = await generateAuthToken(
    secretKey,
    {
      expiresAt: expire,
      tokenId,
      ...(subject === undefined ? {} : { subject }),
      ...(scope === 'any' ? {} : { scope }),
      ...(operations === undefined ? {} : { operations }),
    },
    { now: () => nowMs },
  )
  return { authToken }
}
