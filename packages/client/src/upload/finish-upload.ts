import { UploadcareFile, type FileInfo } from '@uploadcare/upload-client'
import { fileWithoutWebCrypto } from '../platform/index.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { cdnBaseOf } from './cdn-base-of.js'
import { pollUntilReady } from './poll-until-ready.js'
import { restoreMetadataKeys } from './restore-metadata-keys.js'
import type { SentFile } from './upload-multipart.js'

/** Waits until Uploadcare has processed an uploaded file, and describes it. */
export async function finishUpload(
  context: RequestContext,
  { uuid, publicKey, info: known }: SentFile,
  options: UploadOptions,
): Promise<UploadcareFile> {
  const keyed = { ...options, publicKey }
  const described = known !== undefined && isWhole(known) ? known : await pollUntilReady(context, uuid, keyed)
  options.onProgress?.({ isComputable: true, value: 1 })
  const baseCDN = await cdnBaseOf(keyed)
  const file =
    baseCDN === undefined
      ? await fileWithoutWebCrypto(described, keyed)
      : new UploadcareFile(described, { baseCDN })
  return restoreMetadataKeys(file, options.metadata)
}

/** Whether `multipart/complete` already returned everything that `info` would. */
function isWhole(file: FileInfo): boolean {
  const { isReady, size, filename, mimeType, originalFilename } = file as Partial<FileInfo>
  return Boolean(isReady) && typeof size === 'number' && [filename, mimeType, originalFilename].every(isText)
}

const isText = (value: unknown): boolean => typeof value === 'string'
