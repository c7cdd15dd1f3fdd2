import {
  Queue,
  uploadFileGroup,
  type SupportedFileInput,
  type UploadcareGroup,
} from '@uploadcare/upload-client'
import { inAbortScope } from './in-abort-scope.js'
import { isUrl } from './is-url.js'
import { sendSigned } from './send-signed.js'
import { shareProgress } from './share-progress.js'
import { uploadAny } from './upload-any.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/**
 * Uploads files, a few at a time, and makes a group of them with a token taken at the end. One file that cannot be
 * uploaded stops the others: a group without it would not be the group that was asked for.
 */
export async function uploadGroup(
  context: UploadContext,
  data: SupportedFileInput[] | string[],
  options: UploadOptions,
): Promise<UploadcareGroup> {
  const { maxConcurrentRequests = DEFAULT_CONCURRENCY } = options
  const files = new Queue(maxConcurrentRequests)
  const lane = new Queue(maxConcurrentRequests)
  const wholeBytes = data.map(weightBytes).reduce((sum, bytes) => sum + bytes, 0)
  const share = shareProgress(wholeBytes, options.onProgress)

  const uuids = await inAbortScope(options.signal, (signal) =>
    Promise.all(
      data.map(async (item) => {
        // A uuid is a member already.
        if (typeof item === 'string' && !isUrl(item)) return item
        const onProgress = share(weightBytes(item))
        return files.add(async () => {
          const { uuid } = await uploadAny(context, item, { ...options, signal, onProgress }, lane)
          return uuid
        })
      }),
    ),
  )
  // For nothing but uuids, upload-client sends one request.
  return sendSigned(context, 'group', options, (attempt) =>
    uploadFileGroup(uuids, { ...options, ...attempt }),
  )
}

export const DEFAULT_CONCURRENCY = 4

/** What a file counts for in the progress. The size of one that lies elsewhere is not known. */
function weightBytes(item: SupportedFileInput | string): number {
  if (typeof item === 'string' || 'uri' in item) return 1
  return Math.max(1, 'size' in item ? item.size : item.length)
}
