import type { UploadcareFile } from '@uploadcare/upload-client'
import type { TokenSource } from '../token-source/token-source.js'
import { uploadOne } from '../upload/upload-file.js'
import type { UploadInput } from '../upload/upload-input.js'
import { prepareCall, type UploadFunctionOptions } from './function-options.js'

/**
 * Uploads one file: bytes, the file of a URL, or a file that is already uploaded, by its UUID.
 *
 * @throws {TypeError} when the data or an option is invalid.
 *
 * @example
 * ```ts
 * import { createTokenSource, uploadFile } from '@secure-uploading/client'
 *
 * const source = createTokenSource({ endpoint: '/api/upload-token' })
 * const file = await uploadFile(source, new Blob(['Hello']), { fileName: 'hello.txt' })
 * ```
 */
export async function uploadFile(
  source: TokenSource,
  data: UploadInput,
  options: UploadFunctionOptions = {},
): Promise<UploadcareFile> {
  const prepared = prepareCall(source, options)
  return uploadOne(prepared.context, data, prepared.options)
}
