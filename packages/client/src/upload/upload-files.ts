import type { FileFromOptions, ProgressCallback, UploadcareFile } from '@uploadcare/upload-client'
import type { RequestContext } from '../requests/request-context.js'
import type { OwnOptions, UploadOptions } from '../requests/upload-options.js'
import type { Undefinable } from '../options/undefinable.js'
import { uploadEach } from './upload-each.js'
import { beginUpload } from './upload-file.js'
import type { UploadInput } from './upload-input.js'

export interface UploadFilesOptions
  extends Undefinable<Omit<FileFromOptions, 'secureSignature' | 'secureExpire'>>, Omit<OwnOptions, 'id'> {
  /**
   * How many files are uploaded at the same time. By default it adapts to the throughput: 6 at first, at most 16.
   *
   * @default maxConcurrentRequests, or adaptive
   */
  concurrency?: number | undefined
  /** Called with the progress of one file and its index in the list. */
  onFileProgress?: ((progress: Parameters<ProgressCallback>[0], index: number) => void) | undefined
}

/** Uploads many files. One that fails does not stop the others: each has its own outcome, in the order of the list. */
export function uploadMany(
  context: RequestContext,
  data: readonly UploadInput[],
  options: UploadOptions & UploadFilesOptions,
): Promise<PromiseSettledResult<UploadcareFile>[]>
/** @param then continues with an uploaded file, while the next one is sent. */
export function uploadMany<Result>(
  context: RequestContext,
  data: readonly UploadInput[],
  options: UploadOptions & UploadFilesOptions,
  then: (file: UploadcareFile) => Promise<Result>,
): Promise<PromiseSettledResult<Result>[]>
export function uploadMany(
  context: RequestContext,
  data: readonly UploadInput[],
  options: UploadOptions & UploadFilesOptions,
  then?: (file: UploadcareFile) => Promise<unknown>,
): Promise<PromiseSettledResult<unknown>[]> {
  const { concurrency = options.maxConcurrentRequests, onFileProgress } = options
  assertList(data)
  if (concurrency !== undefined && (!Number.isInteger(concurrency) || concurrency < 1)) {
    throw new TypeError('"concurrency" must be a whole number of files, 1 or more')
  }
  if (data.length === 0) options.onProgress?.({ isComputable: true, value: 1 })
  return Promise.allSettled(
    uploadEach(context, data, options, concurrency, async (entry) => {
      const { item, index, requestQueue } = entry
      const { onProgress } = entry.options
      const listening: UploadOptions = onFileProgress
        ? {
            ...entry.options,
            onProgress(progress) {
              onProgress?.(progress)
              onFileProgress(progress, index)
            },
          }
        : entry.options
      // A failed file counts as done.
      const end = (): void => onProgress?.({ isComputable: true, value: 1 })
      try {
        const finish = await beginUpload(entry.context, item, listening, requestQueue)
        return () => (then === undefined ? finish() : finish().then(then)).finally(end)
      } catch (error) {
        end()
        throw error
      }
    }),
  )
}

/** @throws {TypeError} when the value is not a list of files. */
export function assertList(data: unknown): void {
  if (Array.isArray(data)) return
  throw new TypeError(
    'Expected an array of files. Use uploadFile for one file, and [...fileList] for a FileList',
  )
}
