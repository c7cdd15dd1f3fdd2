import { UPLOAD_RECEIPT_METADATA_KEY, type SecureToken, type UploadToken } from '@secure-uploading/core/token'
import { CancelError, UploadError } from '@uploadcare/upload-client'
import { signatureOf } from '../token-source/signature-of.js'
import { choosePublicKey } from './choose-public-key.js'
import { endedUnderWay, isRefusal, refusalError } from './refusal-error.js'
import { retry } from './retry.js'
import { sendOnce, type Attempt } from './send-once.js'
import type { UploadContext } from './upload-context.js'
import type { UploadRequest } from './upload-event.js'
import type { UploadOptions } from './upload-options.js'

/** The options for one attempt to send a signed request. */
type SignedAttempt<Options> = Attempt<Options> &
  SecureToken &
  Pick<UploadOptions, 'metadata'> & { publicKey: string }

/** What Uploadcare answered to a signed request. */
export interface SignedAnswer<T> {
  answer: T
  /** The project that the token went with. */
  publicKey: string
}

/**
 * Sends a request that carries a token. The token is taken when the request is about to be sent, anew for each attempt.
 * A token that was refused is replaced, and the request sent once more; a fresh one that was refused is final.
 *
 * @throws {SecureUploadError} about tokens only; what else goes wrong comes as upload-client throws it.
 */
export function sendSigned<Options extends UploadOptions, T>(
  context: UploadContext,
  what: UploadRequest,
  options: Options,
  send: (attempt: SignedAttempt<Options>) => Promise<T>,
  bodyBytes = 0,
): Promise<SignedAnswer<T>> {
  const { source, session, emit } = context
  let isRepeated = false

  async function attempt(): Promise<SignedAnswer<T>> {
    // The user whose upload this is has signed out, and the next token is another's.
    if (session.aborted) throw new CancelError()
    const before = source.describe()
    const token = await source.getToken({ signal: options.signal })
    const publicKey = choosePublicKey(token, options.publicKey)
    const carried = { ...signatureOf(token), publicKey, ...withReceipt(options, token) }
    if (token.publicKey) context.onPublicKey(token.publicKey)
    const isFresh = !before || before.ageMs > (source.describe(token)?.ageMs ?? 0)

    try {
      const answer = await sendOnce(
        source.clock,
        options,
        (own) => send(Object.assign(own, carried)),
        bodyBytes,
      )
      return { answer, publicKey }
    } catch (error) {
      if (!(error instanceof UploadError)) throw error
      // What was sent holds the signature, and an error goes into logs.
      Object.assign(error, { request: undefined })
      if (!isRefusal(error.code)) throw error
      const age = source.describe(token) ?? { ageMs: 0, lifeMs: 0 }
      source.invalidate(token)
      emit({ type: 'refused', what, code: error.code ?? '', ageMs: age.ageMs })
      // A large body needs as long the second time. Any other request that outlived a fresh token was held up by chance.
      const isWorthRepeating = !isFresh || (what !== 'base' && endedUnderWay(error.code, age))
      if (isRepeated || !isWorthRepeating) throw refusalError(what, error, age)
      isRepeated = true
      return attempt()
    }
  }

  return retry(context, what, options, attempt)
}

/** Puts the receipt that came with a token, where the endpoint issues some, among the metadata of the file. */
const withReceipt = (
  { metadata }: UploadOptions,
  { uploadReceipt }: UploadToken,
): Pick<UploadOptions, 'metadata'> =>
  uploadReceipt ? { metadata: { ...metadata, [UPLOAD_RECEIPT_METADATA_KEY]: uploadReceipt } } : {}
