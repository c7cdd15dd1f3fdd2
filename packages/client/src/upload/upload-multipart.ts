import { SecureUploadError } from '@secure-uploading/core/token'
import {
  multipartStart,
  type FileInfo,
  type MultipartStartResponse,
  type Sliceable,
} from '@uploadcare/upload-client'
import { DEFAULTS } from '../requests/defaults.js'
import { signedRequest, type SignedAnswer } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { fanOut } from '../platform/index.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { assertSendable } from './assert-sendable.js'
import type { RequestQueue } from './create-request-queue.js'
import { sendComplete } from './send-complete.js'
import { sendPart } from './send-part.js'
import { shareProgress } from './share-progress.js'

const MEBIBYTE = 1024 * 1024
// The limit of S3.
const MOST_PARTS = 10_000

/** A file whose bytes Uploadcare has received. */
export interface SentFile {
  uuid: string
  /** The project of its token. */
  publicKey: string
  /** The description of the file, if Uploadcare has already processed it. */
  info?: FileInfo
}

/** Returns the size of a part: `multipartChunkSize`, or more for a file that would have more than 10,000 parts. */
export const partBytesOf = (
  sizeBytes: number,
  { multipartChunkSize = DEFAULTS.multipartChunkSize }: UploadOptions,
): number =>
  Math.max(
    multipartChunkSize,
    Math.ceil(sizeBytes / MOST_PARTS / MEBIBYTE) *
      (sizeBytes > multipartChunkSize * MOST_PARTS ? MEBIBYTE : 0),
  )

/** Starts an upload in parts. */
export async function startMultipart(
  context: RequestContext,
  sizeBytes: number,
  options: UploadOptions,
): Promise<SignedAnswer<MultipartStartResponse>> {
  assertSendable(options)
  return signedRequest(context, {
    name: 'multipart/start',
    options,
    send: (attempt) => multipartStart(sizeBytes, attempt),
  })
}

/**
 * Sends a file in parts. Only the first request carries a token, so the file may take any time.
 *
 * @param requestQueue limits the concurrent parts
 */
export async function uploadMultipart(
  context: RequestContext,
  file: Sliceable,
  sizeBytes: number,
  options: UploadOptions,
  requestQueue: RequestQueue,
): Promise<SentFile> {
  const partBytes = partBytesOf(sizeBytes, options)
  const { answer, publicKey } = await startMultipart(context, sizeBytes, {
    ...options,
    multipartChunkSize: partBytes,
  })
  const { uuid, parts } = answer
  assertPartCount(parts.length, sizeBytes, partBytes, options)
  const optionsForShare = shareProgress(sizeBytes, options)

  // A part that fails for good stops the others.
  await inAbortScope(options.signal, (scope) => {
    const fan = fanOut(scope)
    return Promise.all(
      parts.map((address, index) => {
        const fromByte = index * partBytes
        const toByte = Math.min(fromByte + partBytes, sizeBytes)
        const partOptions = optionsForShare(toByte - fromByte)
        const send = (signal: AbortSignal): Promise<void> =>
          sendPart(context, file.slice(fromByte, toByte), address, { ...partOptions, signal })
        return requestQueue.add(() => fan.run(send), toByte - fromByte)
      }),
    )
  })
  const info = await sendComplete(context, uuid, { ...options, publicKey })
  return { uuid, publicKey, info }
}

/** Fewer addresses than parts would lose bytes without an error. */
export function assertPartCount(
  count: number,
  sizeBytes: number,
  partBytes: number,
  { baseURL = DEFAULTS.baseURL }: UploadOptions,
): void {
  const expected = Math.ceil(sizeBytes / partBytes)
  if (count === expected) return
  throw new SecureUploadError(
    'ERR_UPLOAD_RESPONSE',
    `${baseURL}/multipart/start/ returned ${count} addresses for ${expected} parts. A proxy may have changed the answer.`,
    { data: { address: `${baseURL}/multipart/start/` } },
  )
}
