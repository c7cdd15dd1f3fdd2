import { multipartStart, type MultipartStartResponse } from '@uploadcare/upload-client'
import { sendSigned, type SignedAnswer } from './send-signed.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/** Begins an upload in parts. */
export function sendStart(
  context: UploadContext,
  sizeBytes: number,
  options: UploadOptions,
): Promise<SignedAnswer<MultipartStartResponse>> {
  return sendSigned(context, 'multipart/start', options, (attempt) => multipartStart(sizeBytes, attempt))
}
