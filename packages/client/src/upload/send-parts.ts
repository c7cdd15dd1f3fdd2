import type { Queue, Sliceable } from '@uploadcare/upload-client'
import { inAbortScope } from '../token-source/in-abort-scope.js'
import { DEFAULTS } from './defaults.js'
import { sendPart } from './send-part.js'
import { shareProgress } from './share-progress.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/** Sends the parts of a file to their addresses, a few at a time. */
export async function sendParts(
  context: UploadContext,
  file: Sliceable,
  sizeBytes: number,
  addresses: string[],
  options: UploadOptions,
  lane: Queue,
): Promise<void> {
  const { multipartChunkSize: partBytes = DEFAULTS.multipartChunkSize } = options
  const optionsForShare = shareProgress(sizeBytes, options)

  // One part that cannot be sent stops the others.
  await inAbortScope(options.signal, (signal) =>
    Promise.all(
      addresses.map((address, index) => {
        const fromByte = index * partBytes
        const toByte = Math.min(fromByte + partBytes, sizeBytes)
        const own = { ...optionsForShare(toByte - fromByte), signal }
        return lane.add(() => sendPart(context, file.slice(fromByte, toByte), address, own))
      }),
    ),
  )
}
