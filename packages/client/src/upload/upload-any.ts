import {
  uploadFile,
  type Queue,
  type SupportedFileInput,
  type UploadcareFile,
} from '@uploadcare/upload-client'
import { isUrl } from './is-url.js'
import { reportForward } from './report-forward.js'
import { resolvePublicKey } from './resolve-public-key.js'
import { sendWithRetries } from './send-with-retries.js'
import { uploadBytes } from './upload-bytes.js'
import type { UploadContext } from './upload-context.js'
import { uploadFromUrl } from './upload-from-url.js'
import type { UploadOptions } from './upload-options.js'

/** Uploads whatever `uploadFile` of upload-client takes: bytes, an address to fetch them from, or the uuid of a file. */
export async function uploadAny(
  context: UploadContext,
  data: SupportedFileInput | string,
  options: UploadOptions,
  lane: Queue,
): Promise<UploadcareFile> {
  const { onProgress } = options
  const forward = onProgress ? { ...options, onProgress: reportForward(onProgress) } : options
  if (typeof data !== 'string') return uploadBytes(context, data, forward, lane)
  if (isUrl(data)) return uploadFromUrl(context, data, forward)
  const publicKey = await resolvePublicKey(context, options)
  return sendWithRetries(context, 'info', options, (attempt) =>
    uploadFile(data, { ...forward, ...attempt, publicKey }),
  )
}
