import { uploadFileGroup, type UploadcareGroup } from '@uploadcare/upload-client'
import { inAbortScope } from '../token-source/in-abort-scope.js'
import { isUrl } from './is-url.js'
import { orCancelError } from './or-cancel-error.js'
import { sendSigned } from './send-signed.js'
import { beginUpload } from './begin-upload.js'
import type { UploadContext } from './upload-context.js'
import { DEFAULTS } from './defaults.js'
import { uploadEach } from './upload-each.js'
import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'
import { withSentMetadata } from './with-sent-metadata.js'

/**
 * Uploads files, a few at a time, and makes a group of them with a token taken at the end. One file that cannot be
 * uploaded stops the others: a group without it would not be the group that was asked for.
 */
export async function uploadGroup(
  context: UploadContext,
  data: readonly UploadInput[],
  options: UploadOptions,
): Promise<UploadcareGroup> {
  const { maxConcurrentRequests = DEFAULTS.maxConcurrentRequests } = options
  const uploading = inAbortScope(options.signal, (signal) =>
    Promise.all(
      uploadEach(data, { ...options, signal }, maxConcurrentRequests, async (item, own, _, lane) => {
        // A uuid is a member already.
        if (typeof item === 'string' && !isUrl(item)) return () => Promise.resolve(item)
        const finish = await beginUpload(context, item, own, lane)
        return async () => (await finish()).uuid
      }),
    ),
  )
  const uuids = await orCancelError(uploading, options.signal)
  // For nothing but uuids, upload-client sends one request.
  const { answer } = await sendSigned(context, 'group', options, (attempt) => uploadFileGroup(uuids, attempt))
  for (const file of answer.files) withSentMetadata(file, options.metadata)
  return answer
}
