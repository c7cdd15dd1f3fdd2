import {
  SecureUploadError,
  type AuthToken,
  type SecureToken,
  type UploadToken,
} from '@secure-uploading/core/token'
import { CancelError } from '@uploadcare/upload-client'
import { receiptMetadataOf } from '../token-source/receipt-metadata-of.js'
import type { RequestContext } from './request-context.js'
import { supportsAuthToken } from './supports-auth-token.js'
import { takeToken } from './take-token.js'
import type { UploadRequest } from './upload-event.js'
import type { UploadOptions } from './upload-options.js'

/** The options that a token adds to a signed request. */
export type SignedOptions = (SecureToken | AuthToken) &
  Pick<UploadOptions, 'metadata'> & { publicKey: string }

/** A token for one attempt of a signed request. */
export interface Credential {
  token: UploadToken
  /** The age of the token when the request was sent, in **milliseconds**. */
  ageWhenSentMs: number
  options: SignedOptions
}

/**
 * Takes a token for one attempt. The kind of credential is the choice of the token endpoint.
 *
 * @throws {SecureUploadError} `ERR_CREDENTIAL_UNSUPPORTED` for an auth token that this upload-client cannot send.
 */
export async function takeCredential(
  context: RequestContext,
  name: UploadRequest,
  { publicKey, signal, metadata }: UploadOptions,
): Promise<Credential> {
  const { source, session, projectKey } = context
  // The user who started this upload has signed out: the next token belongs to another user.
  if (session.aborted) throw new CancelError()
  const token = await takeToken(context, name, signal)
  const options = {
    ...credentialOf(token),
    publicKey: projectKey.forToken(token, publicKey),
    ...(token.uploadReceipt !== undefined && { metadata: { ...metadata, ...receiptMetadataOf(token) } }),
  }
  return { token, ageWhenSentMs: source.describe(token)?.ageMs ?? 0, options }
}

/** The auth token is passed as a string: with a provider, upload-client repeats requests without our knowledge. */
function credentialOf(token: UploadToken): SecureToken | AuthToken {
  if (!('authToken' in token)) {
    const { secureSignature, secureExpire } = token
    return { secureSignature, secureExpire }
  }
  if (supportsAuthToken()) return { authToken: token.authToken }
  throw new SecureUploadError(
    'ERR_CREDENTIAL_UNSUPPORTED',
    'The token endpoint issues auth tokens, which require @uploadcare/upload-client 6.23 or newer. Install it, or set "credential" of the token endpoint to "signature".',
  )
}
