import { multipartStart, type MultipartStartResponse } from '@uploadcare/upload-client'
import { sendSigned } from './send-signed.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/** Begins an upload in parts, and tells with which public key. */
export function sendStart(
  context: UploadContext,
  sizeBytes: number,
  options: UploadOptions,
): Promise<MultipartStartResponse & { publicKey: string }> {
  return sendSigned(context, 'multipart/start', options, async (attempt) => ({
    ...(await multipartStart(sizeBytes, { ...options, ...attempt })),
    publicKey: attempt.publicKey,
  }))
}
