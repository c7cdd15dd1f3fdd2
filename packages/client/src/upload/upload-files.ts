import type { FileFromOptions, ProgressCallback, UploadcareFile } from '@uploadcare/upload-client'
import { DEFAULTS } from '../requests/defaults.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { uploadEach } from './upload-each.js'
import { beginUpload } from './upload-file.js'
import type { UploadInput } from './upload-input.js'

export interface UploadFilesOptions extends Partial<
  Omit<FileFromOptions, 'secureSignature' | 'secureExpire'>
> {
  /**
   * How many files are uploaded at the same time.
   *
   * @default maxConcurrentRequests, or 4
   */
  concurrency?: number
  /** Called with the progress of one file and its index in the list. */
  onFileProgress?: (progress: Parameters<ProgressCallback>[0], index: number) => void
}

/** Uploads many files. One that fails does not stop the others: each has its own outcome, in the order of the list. */
export function uploadFiles(
  context: RequestContext,
  data: readonly UploadInput[],
  options: UploadOptions & UploadFilesOptions,
): Promise<PromiseSettledResult<UploadcareFile>[]> {
  const { concurrency = options.maxConcurrentRequests ?? DEFAULTS.maxConcurrentRequests, onFileProgress } =
    options
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new TypeError('"concurrency" must be a whole number of files, 1 or more')
  }
  return Promise.allSettled(
    uploadEach(data, options, concurrency, async (item, itemOptions, index, requestQueue) => {
      const { onProgress } = itemOptions
      const listening: UploadOptions = onFileProgress
        ? {
            ...itemOptions,
            onProgress(progress) {
              onProgress?.(progress)
              onFileProgress(progress, index)
            },
          }
        : itemOptions
      // A failed file counts as done.
      const end = (): void => onProgress?.({ isComputable: true, value: 1 })
      try {
        const finish = await beginUpload(context, item, listening, requestQueue)
        return () => finish().finally(end)
      } catch (error) {
        end()
        throw error
      }
    }),
  )
}
