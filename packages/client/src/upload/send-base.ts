import { base, type BaseResponse, type SupportedFileInput } from '@uploadcare/upload-client'
import { nameAndType } from './name-and-type.js'
import { sendSigned } from './send-signed.js'
import { sizeBytesOf } from './size-bytes-of.js'
import { toSliceable } from './to-sliceable.js'
import { toTransport } from './to-transport.js'
import type { UploadContext } from './upload-context.js'
import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

/** Sends a file in one request, and tells with which public key. */
export async function sendBase(
  context: UploadContext,
  data: Exclude<UploadInput, string>,
  options: UploadOptions,
): Promise<BaseResponse & { publicKey: string }> {
  const named = nameAndType(data, options)
  const bytes: SupportedFileInput = 'uri' in data ? data : await toTransport(await toSliceable(data))
  const bodyBytes = 'uri' in bytes ? Infinity : sizeBytesOf(bytes)
  return sendSigned(context, 'base', { ...options, bodyBytes }, async (attempt) => ({
    ...(await base(bytes, { ...named, ...attempt })),
    publicKey: attempt.publicKey,
  }))
}
