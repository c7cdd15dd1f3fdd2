import { multipartStart, type Queue, type Sliceable } from '@uploadcare/upload-client'
import { DEFAULTS } from '../requests/defaults.js'
import { signedRequest } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { sendComplete } from './send-complete.js'
import { sendPart } from './send-part.js'
import { shareProgress } from './share-progress.js'

/** A file whose bytes Uploadcare has received, processed or not. */
export interface SentFile {
  uuid: string
  /** The project of its token. */
  publicKey: string
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
  requestQueue: Queue,
): Promise<SentFile> {
  const { answer, publicKey } = await signedRequest(context, 'multipart/start', options, (attempt) =>
    multipartStart(sizeBytes, attempt),
  )
  const { uuid, parts } = answer
  await sendParts(context, file, sizeBytes, parts, options, requestQueue)
  await sendComplete(context, uuid, { ...options, publicKey })
  return { uuid, publicKey }
}

async function sendParts(
  context: RequestContext,
  file: Sliceable,
  sizeBytes: number,
  addresses: string[],
  options: UploadOptions,
  requestQueue: Queue,
): Promise<void> {
  const { multipartChunkSize: partBytes = DEFAULTS.multipartChunkSize } = options
  const optionsForShare = shareProgress(sizeBytes, options)

  // A part that fails for good stops the others.
  await inAbortScope(options.signal, (signal) =>
    Promise.all(
      addresses.map((address, index) => {
        const fromByte = index * partBytes
        const toByte = Math.min(fromByte + partBytes, sizeBytes)
        const partOptions = { ...optionsForShare(toByte - fromByte), signal }
        return requestQueue.add(() => sendPart(context, file.slice(fromByte, toByte), address, partOptions))
      }),
    ),
  )
}
