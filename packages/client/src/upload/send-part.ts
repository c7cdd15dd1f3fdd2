import type { MultipartUploadOptions, Sliceable } from '@uploadcare/upload-client'
import { putPart } from '../platform/index.js'
import { request } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { OwnOptions } from '../requests/upload-options.js'
import { assertReadable, sizeBytesOf, toBody } from './to-bytes.js'

/**
 * Sends a part to its address. Only this part is repeated when that fails.
 *
 * @returns an empty answer
 */
export async function sendPart(
  context: RequestContext,
  part: Sliceable,
  address: string,
  options: Partial<MultipartUploadOptions> & OwnOptions & { fileName?: string | undefined },
): Promise<void> {
  const { fileName, onProgress } = options
  await request(context, {
    name: 'multipart/part',
    options,
    address,
    bodyBytes: sizeBytesOf(part),
    isObserved: true,
    assertReadable: () => assertReadable(part, fileName),
    async send(attempt) {
      await putPart(await toBody(part, fileName), address, attempt)
      return {}
    },
  })
  onProgress?.({ isComputable: true, value: 1 })
}
