import { multipartUpload, type Queue, type Sliceable } from '@uploadcare/upload-client'
import { inAbortScope } from './in-abort-scope.js'
import { sendWithRetries } from './send-with-retries.js'
import { shareProgress } from './share-progress.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

const DEFAULT_PART_BYTES = 5 * 1024 * 1024

/** Sends the parts of a file to their addresses. One that fails is sent again alone; none carries a token. */
export async function sendParts(
  context: UploadContext,
  file: Sliceable,
  sizeBytes: number,
  addresses: string[],
  options: UploadOptions,
  lane: Queue,
): Promise<void> {
  const { multipartChunkSize: partBytes = DEFAULT_PART_BYTES } = options
  const share = shareProgress(sizeBytes, options.onProgress)

  // One part that cannot be sent stops the others.
  await inAbortScope(options.signal, (signal) =>
    Promise.all(
      addresses.map((address, index) => {
        const fromByte = index * partBytes
        const toByte = Math.min(fromByte + partBytes, sizeBytes)
        const onProgress = share(toByte - fromByte)
        return lane.add(() =>
          sendWithRetries(context, 'multipart/part', { ...options, signal }, async (attempt) => {
            const { code } = await multipartUpload(file.slice(fromByte, toByte), address, {
              ...options,
              ...attempt,
              onProgress,
            })
            // In Node upload-client takes any status for success.
            if (code !== 200) throw new Error(`Error ${String(code)}: the part was not stored`)
          }),
        )
      }),
    ),
  )
}
