import { info, type FileInfo, type UploadcareFile } from '@uploadcare/upload-client'
import { request } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { wait } from '../time/wait.js'
import { toCancelError } from '../requests/to-cancel-error.js'
import { restoreMetadataKeys } from './restore-metadata-keys.js'
import { toUploadcareFile } from './to-uploadcare-file.js'

// The interval of upload-client.
const INTERVAL_MS = 500

/** Waits until Uploadcare has processed a file. Processing may take any time; only a single answer may not. */
export async function pollUntilReady(
  context: RequestContext,
  uuid: string,
  options: Omit<UploadOptions, 'onProgress'> & {
    publicKey: string
    onProgress?: (progress: { isComputable: true; value: number }) => void
  },
): Promise<FileInfo> {
  for (;;) {
    const file = await request(context, 'info', options, (attempt) => info(uuid, attempt))
    if (file.isReady) {
      options.onProgress?.({ isComputable: true, value: 1 })
      return file
    }
    await toCancelError(wait(context.source.clock, INTERVAL_MS, options.signal), options.signal)
  }
}

/** Waits until Uploadcare has processed an uploaded file, and describes it. */
export async function finishUpload(
  context: RequestContext,
  uuid: string,
  options: UploadOptions & { publicKey: string },
): Promise<UploadcareFile> {
  const file = await toUploadcareFile(await pollUntilReady(context, uuid, options), options)
  return restoreMetadataKeys(file, options.metadata)
}
