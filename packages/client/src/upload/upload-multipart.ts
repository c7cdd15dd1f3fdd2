import {
  multipartComplete,
  multipartStart,
  UploadError,
  type Queue,
  type Sliceable,
  type UploadcareFile,
} from '@uploadcare/upload-client'
import { finishUpload } from './finish-upload.js'
import { sendParts } from './send-parts.js'
import { sendSigned } from './send-signed.js'
import { sendWithRetries } from './send-with-retries.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/**
 * Uploads a file in parts. Only the first request carries a token, so a file may take as long as it needs.
 *
 * @param lane bounds how many parts are under way
 */
export async function uploadMultipart(
  context: UploadContext,
  file: Sliceable,
  sizeBytes: number,
  options: UploadOptions,
  lane: Queue,
): Promise<UploadcareFile> {
  const named = { ...nameAndType(file), ...options }
  const { uuid, parts, publicKey } = await sendSigned(
    context,
    'multipart/start',
    options,
    async (attempt) => ({
      ...(await multipartStart(sizeBytes, { ...named, ...attempt })),
      publicKey: attempt.publicKey,
    }),
  )
  await sendParts(context, file, sizeBytes, parts, named, lane)
  await sendWithRetries(context, 'multipart/complete', options, (attempt) =>
    multipartComplete(uuid, { ...options, ...attempt, publicKey }).catch(unlessComplete),
  )
  return finishUpload(context, uuid, publicKey, options)
}

function nameAndType(file: Sliceable): { fileName?: string; contentType?: string } {
  return {
    ...('name' in file && file.name && { fileName: file.name }),
    ...('type' in file && file.type && { contentType: file.type }),
  }
}

/** The answer to the request before may have been lost on its way. */
function unlessComplete(error: unknown): void {
  if (error instanceof UploadError && error.code === 'MultipartFileAlreadyUploadedError') return
  throw error
}
