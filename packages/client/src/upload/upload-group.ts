import { group, UploadcareGroup } from '@uploadcare/upload-client'
import { DEFAULTS } from '../requests/defaults.js'
import { signedRequest } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import { toCancelError } from '../requests/to-cancel-error.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { cdnBaseOf, LEGACY_CDN } from './cdn-base-of.js'
import { restoreMetadataKeys } from './restore-metadata-keys.js'
import { uploadEach } from './upload-each.js'
import { assertUuid, beginUpload, isUrl } from './upload-file.js'
import { assertList } from './upload-files.js'
import type { UploadInput } from './upload-input.js'

/**
 * Uploads files with limited concurrency, and groups them with a token taken at the end. One file that fails stops the
 * others, because the group would be incomplete.
 */
export async function uploadGroupOf(
  context: RequestContext,
  data: readonly UploadInput[],
  options: UploadOptions,
): Promise<UploadcareGroup> {
  const { maxConcurrentRequests = DEFAULTS.maxConcurrentRequests } = options
  assertList(data)
  // Uploadcare refuses a group without files, after a token was spent.
  if (data.length === 0) throw new TypeError('A group requires at least one file')
  const uploading = inAbortScope(options.signal, (signal) =>
    Promise.all(
      uploadEach(context, data, { ...options, signal }, maxConcurrentRequests, async (entry) => {
        const { item } = entry
        // A UUID needs no upload.
        if (typeof item === 'string' && !isUrl(item)) {
          assertUuid(item)
          return () => Promise.resolve(item)
        }
        const finish = await beginUpload(entry.context, item, entry.options, entry.requestQueue)
        return async () => (await finish()).uuid
      }),
    ),
  )
  const uuids = await toCancelError(uploading, options.signal)
  const { answer, publicKey } = await signedRequest(context, {
    name: 'group',
    options,
    send: (attempt) => group(uuids, attempt),
  })
  options.onProgress?.({ isComputable: true, value: 1 })
  const result = new UploadcareGroup(answer, {
    baseCDN: (await cdnBaseOf({ ...options, publicKey })) ?? LEGACY_CDN,
  })
  for (const file of result.files) restoreMetadataKeys(file, options.metadata)
  return result
}
