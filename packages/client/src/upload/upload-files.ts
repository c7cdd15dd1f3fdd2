import type { FileFromOptions, ProgressCallback, UploadcareFile } from '@uploadcare/upload-client'
import { beginUpload } from './begin-upload.js'
import type { UploadContext } from './upload-context.js'
import { DEFAULTS } from './defaults.js'
import { uploadEach } from './upload-each.js'
import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

export interface UploadFilesOptions extends Partial<
  Omit<FileFromOptions, 'secureSignature' | 'secureExpire'>
> {
  /** How many files are uploaded at a time: `maxConcurrentRequests`, 4 unless set. */
  concurrency?: number
  /** Hears how far a file is, by its place in the list. */
  onFileProgress?: (progress: Parameters<ProgressCallback>[0], index: number) => void
}

/** Uploads many files. One that fails does not stop the others: each has its own outcome, in the order of the list. */
export function uploadFiles(
  context: UploadContext,
  data: readonly UploadInput[],
  options: UploadOptions & UploadFilesOptions,
): Promise<PromiseSettledResult<UploadcareFile>[]> {
  const { concurrency = options.maxConcurrentRequests ?? DEFAULTS.maxConcurrentRequests, onFileProgress } =
    options
  if (!Number.isInteger(concurrency) || concurrency < 1) {
    throw new TypeError('"concurrency" must be a whole number of files, 1 or more')
  }
  return Promise.allSettled(
    uploadEach(data, options, concurrency, async (item, own, index, lane) => {
      const { onProgress } = own
      const heard: UploadOptions = onFileProgress
        ? {
            ...own,
            onProgress(progress) {
              onProgress?.(progress)
              onFileProgress(progress, index)
            },
          }
        : own
      // What failed is over, too.
      const end = (): void => onProgress?.({ isComputable: true, value: 1 })
      try {
        const finish = await beginUpload(context, item, heard, lane)
        return () => finish().finally(end)
      } catch (error) {
        end()
        throw error
      }
    }),
  )
}
