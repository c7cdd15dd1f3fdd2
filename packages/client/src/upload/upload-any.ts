import { uploadFile, type Queue, type UploadcareFile } from '@uploadcare/upload-client'
import { inAbortScope } from '../token-source/in-abort-scope.js'
import { isUrl } from './is-url.js'
import { orCancelError } from './or-cancel-error.js'
import { reportForward } from './report-forward.js'
import { resolvePublicKey } from './resolve-public-key.js'
import { sendWithRetries } from './send-with-retries.js'
import { uploadBytes } from './upload-bytes.js'
import type { UploadContext } from './upload-context.js'
import { uploadFromUrl } from './upload-from-url.js'
import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

/** Uploads whatever can be uploaded: bytes, what lies at an address, or what Uploadcare has already. */
export async function uploadAny(
  context: UploadContext,
  data: UploadInput,
  options: UploadOptions,
  lane: Queue,
): Promise<UploadcareFile> {
  const { signal } = options
  return orCancelError(
    inAbortScope(signal, () => upload(context, data, options, lane)),
    signal,
  )
}

async function upload(
  context: UploadContext,
  data: UploadInput,
  options: UploadOptions,
  lane: Queue,
): Promise<UploadcareFile> {
  const { onProgress } = options
  const forward = { ...options, ...reportForward(onProgress) }
  if (typeof data !== 'string') return uploadBytes(context, data, forward, lane)
  if (isUrl(data)) return uploadFromUrl(context, data, forward)
  const publicKey = await resolvePublicKey(context, options)
  return sendWithRetries(context, 'info', options, (attempt) =>
    uploadFile(data, { ...forward, ...attempt, publicKey }),
  )
}
