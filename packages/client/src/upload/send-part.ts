import {
  multipartUpload,
  type MultipartUploadOptions,
  type MultipartUploadResponse,
  type Sliceable,
} from '@uploadcare/upload-client'
import type { Attempt } from './send-once.js'
import { sendWithRetries } from './send-with-retries.js'
import { sizeBytesOf } from './size-bytes-of.js'
import { toTransport } from './to-transport.js'
import type { UploadContext } from './upload-context.js'

/** Sends a part to its address, again and alone when that fails. It carries no token. */
export function sendPart(
  context: UploadContext,
  part: Sliceable,
  address: string,
  options: Partial<MultipartUploadOptions>,
): Promise<MultipartUploadResponse> {
  const send = async (
    attempt: Attempt<Partial<MultipartUploadOptions>>,
  ): Promise<MultipartUploadResponse> => {
    const answer = await multipartUpload(await toTransport(part), address, attempt)
    // In Node upload-client takes any status for success.
    if (answer.code !== 200) throw new Error(`Error ${String(answer.code)}: the part was not stored`)
    return answer
  }
  return sendWithRetries(context, 'multipart/part', options, send, sizeBytesOf(part))
}
