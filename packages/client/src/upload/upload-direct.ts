import type { Queue } from '@uploadcare/upload-client'
import { sendBase } from './send-base.js'
import type { SentFile } from './sent-file.js'
import type { UploadContext } from './upload-context.js'
import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

/**
 * Sends a file in one request. Its token must outlive the body: Uploadcare judges it at the end.
 *
 * @param lane bounds how many requests with a body are under way
 */
export async function uploadDirect(
  context: UploadContext,
  data: Exclude<UploadInput, string>,
  options: UploadOptions,
  lane: Queue,
): Promise<SentFile> {
  const { answer, publicKey } = await lane.add(() => sendBase(context, data, options))
  return { uuid: answer.file, publicKey }
}
