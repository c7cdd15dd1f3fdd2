import { uploadFileGroup, type UploadcareGroup } from '@uploadcare/upload-client'
import { DEFAULTS } from '../requests/defaults.js'
import { signedRequest } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import { toCancelError } from '../requests/to-cancel-error.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { restoreMetadataKeys } from './restore-metadata-keys.js'
import { uploadEach } from './upload-each.js'
import { beginUpload, isUrl } from './upload-file.js'
import type { UploadInput } from './upload-input.js'

/**
 * Uploads files with limited concurrency, and groups them with a token taken at the end. One file that fails stops the
 * others, because the group would be incomplete.
 */
export async function uploadGroup(
  context: RequestContext,
  data: readonly UploadInput[],
  options: UploadOptions,
): Promise<UploadcareGroup> {
  const { maxConcurrentRequests = DEFAULTS.maxConcurrentRequests } = options
  const uploading = inAbortScope(options.signal, (signal) =>
    Promise.all(
      uploadEach(
        data,
        { ...options, signal },
        maxConcurrentRequests,
        async (item, itemOptions, _, requestQueue) => {
          // A UUID needs no upload.
          if (typeof item === 'string' && !isUrl(item)) return () => Promise.resolve(item)
          const finish = await beginUpload(context, item, itemOptions, requestQueue)
          return async () => (await finish()).uuid
        },
      ),
    ),
  )
  const uuids = await toCancelError(uploading, options.signal)
  // For UUIDs, upload-client sends one request.
  const { answer } = await signedRequest(context, 'group', options, (attempt) =>
    uploadFileGroup(uuids, attempt),
  )
  for (const file of answer.files) restoreMetadataKeys(file, options.metadata)
  return answer
}
