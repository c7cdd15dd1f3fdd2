import { base, type BaseResponse, type Sliceable } from '@uploadcare/upload-client'
import { withoutUndefined } from '../options/without-undefined.js'
import { sendBody } from '../platform/index.js'
import { signedRequest, type SignedAnswer } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { assertSendable } from './assert-sendable.js'
import { nameAndType } from './name-and-type.js'
import {
  assertBytes,
  assertReadable,
  isSentAsAsset,
  isBlob,
  sizeBytesOf,
  toBody,
  toBytes,
} from './to-bytes.js'
import type { UploadInput } from './upload-input.js'

/** A listener on a smaller body costs more than it shows: in browsers it causes a preflight. */
const LEAST_PROGRESS_BYTES = 16 * 1024
/** A stall of a smaller body is not worth a preflight. */
const LEAST_OBSERVED_BYTES = 1024 * 1024

/**
 * Sends a file in one request.
 *
 * @param assetBytes the size of a React Native asset, if known
 */
export async function sendBase(
  context: RequestContext,
  data: Exclude<UploadInput, string>,
  options: UploadOptions,
  assetBytes = Infinity,
): Promise<SignedAnswer<BaseResponse>> {
  assertBytes(data)
  const named = nameAndType(data, options)
  assertSendable(named)
  const { fileName, contentType, onProgress } = named
  if (isSentAsAsset(data)) {
    const send = (attempt: Parameters<typeof base>[1]): Promise<BaseResponse> => base(data, attempt)
    return signedRequest(context, {
      name: 'base',
      options: named,
      send,
      bodyBytes: assetBytes,
      isObserved: true,
    })
  }
  const bytes = withType(await toBytes(data), contentType)
  const bodyBytes = sizeBytesOf(bytes)
  let body = await toBody(bytes, fileName)
  const isTracked = bodyBytes > LEAST_PROGRESS_BYTES
  const isObserved = isBlob(body) && bodyBytes > (onProgress ? LEAST_PROGRESS_BYTES : LEAST_OBSERVED_BYTES)
  if (!isTracked) onProgress?.({ isComputable: true, value: 0 })

  const signed = await signedRequest(context, {
    name: 'base',
    options: isTracked ? named : withoutUndefined({ ...named, onProgress: undefined }),
    bodyBytes,
    isObserved,
    assertReadable: () => assertReadable(body, fileName),
    send: (attempt) =>
      sendBody(
        body,
        (sendable) => {
          body = sendable
          // upload-client's Node build reports what it has read, not what it has sent.
          if (isObserved && !isBlob(body)) Object.assign(attempt, { onProgress })
          return base(body, attempt)
        },
        () => toBody(bytes, fileName),
      ),
  })
  if (!isTracked) onProgress?.({ isComputable: true, value: 1 })
  return signed
}

/** In browsers upload-client sends the type of the Blob, and ignores `contentType`. */
const withType = (data: Sliceable, type: string | undefined): Sliceable =>
  isBlob(data) && type && data.type !== type ? data.slice(0, data.size, type) : data
