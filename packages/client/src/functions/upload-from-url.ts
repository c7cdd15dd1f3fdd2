import type { UploadcareFile } from '@uploadcare/upload-client'
import type { TokenSource } from '../token-source/token-source.js'
import { uploadOne } from '../upload/upload-file.js'
import { prepareCall, type UploadFunctionOptions } from './function-options.js'

/**
 * Has Uploadcare fetch a file from a URL.
 *
 * @throws {TypeError} when the URL is not http or https, or an option is invalid.
 */
export async function uploadFromUrl(
  source: TokenSource,
  url: string | URL,
  options: UploadFunctionOptions = {},
): Promise<UploadcareFile> {
  const prepared = prepareCall(source, options)
  const address = String(url)
  if (!/^https?:\/\//i.test(address)) throw new TypeError('"url" must be an http or https URL')
  return uploadOne(prepared.context, address, prepared.options)
}
