import type { Queue, Sliceable } from '@uploadcare/upload-client'
import { sendComplete } from './send-complete.js'
import { sendParts } from './send-parts.js'
import { sendStart } from './send-start.js'
import type { SentFile } from './sent-file.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/**
 * Sends a file in parts. Only the first request carries a token, so a file may take as long as it needs.
 *
 * @param lane bounds how many parts are under way
 */
export async function uploadMultipart(
  context: UploadContext,
  file: Sliceable,
  sizeBytes: number,
  options: UploadOptions,
  lane: Queue,
): Promise<SentFile> {
  const { answer, publicKey } = await sendStart(context, sizeBytes, options)
  const { uuid, parts } = answer
  await sendParts(context, file, sizeBytes, parts, options, lane)
  await sendComplete(context, uuid, { ...options, publicKey })
  return { uuid, publicKey }
}
