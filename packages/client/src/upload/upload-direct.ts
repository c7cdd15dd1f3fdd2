import { base, type Queue, type SupportedFileInput, type UploadcareFile } from '@uploadcare/upload-client'
import { finishUpload } from './finish-upload.js'
import { sendSigned } from './send-signed.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/**
 * Uploads a file in one request. Its token must outlive the body: Uploadcare judges it at the end.
 *
 * @param lane bounds how many requests with a body are under way
 */
export async function uploadDirect(
  context: UploadContext,
  file: SupportedFileInput,
  options: UploadOptions,
  lane: Queue,
): Promise<UploadcareFile> {
  const sent = await lane.add(() =>
    sendSigned(context, 'base', options, async (attempt) => ({
      ...(await base(file, { ...options, ...attempt })),
      publicKey: attempt.publicKey,
    })),
  )
  return finishUpload(context, sent.file, sent.publicKey, options)
}
