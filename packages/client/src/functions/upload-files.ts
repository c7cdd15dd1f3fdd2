import type { UploadcareFile } from '@uploadcare/upload-client'
import type { TokenSource } from '../token-source/token-source.js'
import { uploadMany, type UploadFilesOptions } from '../upload/upload-files.js'
import type { UploadInput } from '../upload/upload-input.js'
import { prepareCall, type UploadFunctionOptions } from './function-options.js'

/**
 * Uploads many files with limited concurrency. One that fails does not stop the others.
 *
 * @returns the outcome of each file, in the order of the list, like `Promise.allSettled`: `value` or `reason`
 * @throws {TypeError} when `files` is not an array or an option is invalid.
 */
export async function uploadFiles(
  source: TokenSource,
  files: readonly UploadInput[],
  options: UploadFunctionOptions & UploadFilesOptions = {},
): Promise<PromiseSettledResult<UploadcareFile>[]> {
  const prepared = prepareCall(source, options)
  return uploadMany(prepared.context, files, prepared.options)
}
