import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { fanOut } from '../platform/index.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { createRequestQueue } from '../upload/create-request-queue.js'
import { sendPart as sendPartTo } from '../upload/send-part.js'
import { shareProgress } from '../upload/share-progress.js'
import type { ResumableSession } from './resumable-session.js'

/** Sends the parts that are not stored yet, and marks each one as soon as it is. */
export async function sendMissingParts(
  context: RequestContext,
  file: Blob,
  { addresses, partBytes }: ResumableSession,
  options: UploadOptions,
  onStored: () => void,
): Promise<void> {
  const requestQueue = createRequestQueue(context.source.clock, options.maxConcurrentRequests)
  const optionsForShare = shareProgress(file.size, options)

  async function sendPart(index: number, address: string, signal: AbortSignal): Promise<void> {
    const part = file.slice(index * partBytes, (index + 1) * partBytes)
    await sendPartTo(context, part, address, { ...optionsForShare(part.size), signal })
    addresses[index] = null
    onStored()
  }

  await inAbortScope(options.signal, (scope) => {
    const fan = fanOut(scope)
    return Promise.all(
      addresses.map(async (address, index) => {
        if (address !== null) {
          return requestQueue.add(() => fan.run((own) => sendPart(index, address, own)), partBytes)
        }
        const { onProgress } = optionsForShare(Math.min(partBytes, file.size - index * partBytes))
        onProgress?.({ isComputable: true, value: 1 })
      }),
    )
  })
}
