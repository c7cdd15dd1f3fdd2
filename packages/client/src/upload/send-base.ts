import { base, type BaseResponse, type SupportedFileInput } from '@uploadcare/upload-client'
import { signedRequest, type SignedAnswer } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { nameAndType } from './name-and-type.js'
import { sizeBytesOf, toBody, toBytes } from './to-bytes.js'
import type { UploadInput } from './upload-input.js'

/** Sends a file in one request. */
export async function sendBase(
  context: RequestContext,
  data: Exclude<UploadInput, string>,
  options: UploadOptions,
): Promise<SignedAnswer<BaseResponse>> {
  const body: SupportedFileInput = 'uri' in data ? data : await toBody(await toBytes(data))
  const bodyBytes = 'uri' in body ? Infinity : sizeBytesOf(body)
  const named = nameAndType(data, options)
  return signedRequest(context, 'base', named, (attempt) => base(body, attempt), bodyBytes)
}
