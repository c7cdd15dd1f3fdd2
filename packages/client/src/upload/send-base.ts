import { base, type BaseResponse, type SupportedFileInput } from '@uploadcare/upload-client'
import { nameAndType } from './name-and-type.js'
import { sendSigned, type SignedAnswer } from './send-signed.js'
import { sizeBytesOf } from './size-bytes-of.js'
import { toSliceable } from './to-sliceable.js'
import { toTransport } from './to-transport.js'
import type { UploadContext } from './upload-context.js'
import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

/** Sends a file in one request. */
export async function sendBase(
  context: UploadContext,
  data: Exclude<UploadInput, string>,
  options: UploadOptions,
): Promise<SignedAnswer<BaseResponse>> {
  const bytes: SupportedFileInput = 'uri' in data ? data : await toTransport(await toSliceable(data))
  const bodyBytes = 'uri' in bytes ? Infinity : sizeBytesOf(bytes)
  const named = nameAndType(data, options)
  return sendSigned(context, 'base', named, (attempt) => base(bytes, attempt), bodyBytes)
}
