import { UploadcareFile, type FileInfo } from '@uploadcare/upload-client'
import type { UploadOptions } from '../requests/upload-options.js'
import { LEGACY_CDN } from '../upload/cdn-base-of.js'

export type DescribeFile = (
  file: FileInfo,
  options: UploadOptions & { publicKey: string },
) => Promise<UploadcareFile>

/** Describes a file where the prefix of the project cannot be derived, like on pages without TLS. */
export const fileWithoutWebCrypto: DescribeFile = (file) =>
  Promise.resolve(new UploadcareFile(file, { baseCDN: LEGACY_CDN }))
