import { SecureUploadError } from '@secure-uploading/core/token'
import accepts from 'attr-accept'
import type { UploadInput } from '../upload/upload-input.js'
import { formatBytes } from './format-bytes.js'
import type { UploadRouteRules } from './route-types.js'

// Browsers run the scripts in an SVG.
const ONLY_BY_NAME = 'image/svg+xml'

/** Returns whether a MIME type is in the list of a route. `image/*` does not include `image/svg+xml`. */
export function isAccepted(accept: readonly string[], type: string): boolean {
  const name = type.toLowerCase().replace(/;.*/s, '').trim()
  if (name === ONLY_BY_NAME) return accept.includes(name)
  return name.includes('/') && accepts({ type: name }, [...accept])
}

/**
 * Checks the size and the type of a file against the rules of its route, before a byte is sent. A file whose type the browser
 * does not know is left to the server, which examines the content.
 *
 * @param contentType the type that the caller gave instead of the file's
 * @throws {SecureUploadError} `ERR_FILE_TOO_LARGE` or `ERR_FILE_TYPE`, with the limit and the actual value.
 */
export function assertFile(
  file: UploadInput,
  { accept, maxBytes }: UploadRouteRules,
  contentType?: string,
): void {
  if (typeof file === 'string') return
  // The upload rejects a value that is no file.
  const { size, byteLength, type = '' } = Object(file) as Record<string, unknown>
  const sizeBytes = size ?? byteLength
  if (maxBytes !== undefined && typeof sizeBytes === 'number' && sizeBytes > maxBytes) {
    throw new SecureUploadError(
      'ERR_FILE_TOO_LARGE',
      `The file has ${formatBytes(sizeBytes, Math.ceil)}, and at most ${formatBytes(maxBytes, Math.floor)} are accepted. Choose a smaller file.`,
      { data: { maxBytes, sizeBytes } },
    )
  }
  const claimed = contentType ?? type
  if (accept && typeof claimed === 'string' && claimed !== '' && !isAccepted(accept, claimed)) {
    throw new SecureUploadError(
      'ERR_FILE_TYPE',
      `The type of the file is ${claimed}, and only ${accept.join(', ')} is accepted. Choose another file.`,
      { data: { accept, type: claimed } },
    )
  }
}

/** @throws {SecureUploadError} `ERR_TOO_MANY_FILES`, with the limit and the actual value. */
export function assertFileCount(fileCount: number, { maxFiles = Infinity }: UploadRouteRules): void {
  if (fileCount <= maxFiles) return
  throw new SecureUploadError(
    'ERR_TOO_MANY_FILES',
    `${fileCount} files were chosen, and at most ${maxFiles} are accepted. Choose fewer files.`,
    { data: { maxFiles, fileCount } },
  )
}
