import type { Queue, UploadcareFile } from '@uploadcare/upload-client'
import { finishUpload } from './finish-upload.js'
import { sendBase } from './send-base.js'
import type { UploadContext } from './upload-context.js'
import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

/**
 * Uploads a file in one request. Its token must outlive the body: Uploadcare judges it at the end.
 *
 * @param lane bounds how many requests with a body are under way
 */
export async function uploadDirect(
  context: UploadContext,
  data: Exclude<UploadInput, string>,
  options: UploadOptions,
  lane: Queue,
): Promise<UploadcareFile> {
  const { file: uuid, publicKey } = await lane.add(() => sendBase(context, data, options))
  return finishUpload(context, uuid, publicKey, options)
}
