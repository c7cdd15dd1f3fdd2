import { choosePublicKey } from './choose-public-key.js'
import { orCancelError } from './or-cancel-error.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/** Tells the public key for a request that carries no token: the one given or learned, or else the endpoint's. */
export async function resolvePublicKey(
  { source, publicKey, onPublicKey }: UploadContext,
  options: Pick<UploadOptions, 'publicKey' | 'signal'>,
): Promise<string> {
  for (const known of [options.publicKey, publicKey()]) if (known) return known
  const token = await orCancelError(source.getToken({ signal: options.signal }), options.signal)
  const learned = choosePublicKey(token)
  onPublicKey(learned)
  return learned
}
