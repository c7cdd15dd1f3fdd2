import type { UploadcareGroup } from '@uploadcare/upload-client'
import type { TokenSource } from '../token-source/token-source.js'
import { uploadGroupOf } from '../upload/upload-group.js'
import type { UploadInput } from '../upload/upload-input.js'
import { prepareCall, type UploadFunctionOptions } from './function-options.js'

/**
 * Uploads files and groups them. One file that fails stops the others, because the group would be incomplete.
 *
 * @throws {TypeError} when `files` is not an array or an option is invalid.
 */
export async function uploadGroup(
  source: TokenSource,
  files: readonly UploadInput[],
  options: UploadFunctionOptions = {},
): Promise<UploadcareGroup> {
  const prepared = prepareCall(source, options)
  return uploadGroupOf(prepared.context, files, prepared.options)
}
