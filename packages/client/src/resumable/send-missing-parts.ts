import { Queue } from '@uploadcare/upload-client'
import type { SecureUploadClient } from '../client/secure-upload-client.js'
import { DEFAULTS } from '../requests/defaults.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { shareProgress } from '../upload/share-progress.js'
import type { ResumableSession } from './resumable-session.js'

/** Sends the parts that are not stored yet, and marks each one as soon as it is. */
export async function sendMissingParts(
  client: SecureUploadClient,
  file: Blob,
  { addresses, partBytes }: ResumableSession,
  options: UploadOptions,
  onStored: () => void,
): Promise<void> {
  const { maxConcurrentRequests = DEFAULTS.maxConcurrentRequests, signal } = options
  const requestQueue = new Queue(maxConcurrentRequests)
  const optionsForShare = shareProgress(file.size, options)

  async function sendPart(index: number, address: string, scope: AbortSignal): Promise<void> {
    const part = file.slice(index * partBytes, (index + 1) * partBytes)
    await client.multipartUpload(part, address, { ...optionsForShare(part.size), signal: scope })
    addresses[index] = null
    onStored()
  }

  await inAbortScope(signal, (scope) =>
    Promise.all(
      addresses.map(async (address, index) => {
        if (address !== null) return requestQueue.add(() => sendPart(index, address, scope))
        const { onProgress } = optionsForShare(Math.min(partBytes, file.size - index * partBytes))
        onProgress?.({ isComputable: true, value: 1 })
      }),
    ),
  )
}
