import { UPLOAD_RECEIPT_METADATA_KEY, type SecureToken, type UploadToken } from '@secure-uploading/core/token'
import { CancelError } from '@uploadcare/upload-client'
import { signatureOf } from '../token-source/signature-of.js'
import type { RequestContext } from './request-context.js'
import type { UploadOptions } from './upload-options.js'

/** The options that a token adds to a signed request. */
export type SignedOptions = SecureToken & Pick<UploadOptions, 'metadata'> & { publicKey: string }

/** A token for one attempt of a signed request. */
export interface Credential {
  token: UploadToken
  /** Whether this attempt caused the token to be fetched. */
  isFresh: boolean
  options: SignedOptions
}

/** Takes a token for one attempt. */
export async function takeCredential(
  { source, session, projectKey }: RequestContext,
  { publicKey, signal, metadata }: UploadOptions,
): Promise<Credential> {
  // The user who started this upload has signed out: the next token belongs to another user.
  if (session.aborted) throw new CancelError()
  const before = source.describe()
  const token = await source.getToken({ signal })
  const options = {
    ...signatureOf(token),
    publicKey: projectKey.forToken(token, publicKey),
    ...addReceiptMetadata(metadata, token),
  }
  const isFresh = !before || before.ageMs > (source.describe(token)?.ageMs ?? 0)
  return { token, isFresh, options }
}

/** Adds the receipt that came with the token to the metadata of the file. */
const addReceiptMetadata = (
  metadata: UploadOptions['metadata'],
  { uploadReceipt }: UploadToken,
): Pick<UploadOptions, 'metadata'> =>
  uploadReceipt ? { metadata: { ...metadata, [UPLOAD_RECEIPT_METADATA_KEY]: uploadReceipt } } : {}
