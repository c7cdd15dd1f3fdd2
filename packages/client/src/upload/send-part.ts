import {
  multipartUpload,
  type MultipartUploadOptions,
  type MultipartUploadResponse,
  type Sliceable,
} from '@uploadcare/upload-client'
import { request } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import { sizeBytesOf, toBody } from './to-bytes.js'

/** Sends a part to its address, which needs no token. Only this part is repeated when that fails. */
export function sendPart(
  context: RequestContext,
  part: Sliceable,
  address: string,
  options: Partial<MultipartUploadOptions>,
): Promise<MultipartUploadResponse> {
  return request(
    context,
    'multipart/part',
    options,
    async (attempt) => {
      const answer = await multipartUpload(await toBody(part), address, attempt)
      // upload-client's Node build resolves for every status.
      if (answer.code !== 200) throw new Error(`Error ${String(answer.code)}: the part was not stored`)
      return answer
    },
    sizeBytesOf(part),
  )
}
