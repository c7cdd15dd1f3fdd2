import { uploadFromUploaded, type UploadcareFile } from '@uploadcare/upload-client'
import { pollWithRetries } from './poll-with-retries.js'
import type { SentFile } from './sent-file.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'
import { withSentMetadata } from './with-sent-metadata.js'

/** Waits until Uploadcare has the file ready, and tells what it is. The address has the project's own prefix. */
export async function finishUpload(
  context: UploadContext,
  { uuid, publicKey }: SentFile,
  options: UploadOptions,
): Promise<UploadcareFile> {
  // Without a name here, the file is called what Uploadcare made of its name, as with upload-client.
  const unnamed = { ...options, publicKey, fileName: '' }
  const file = await pollWithRetries(context, uuid, unnamed, (attempt) => uploadFromUploaded(uuid, attempt))
  return withSentMetadata(file, options.metadata)
}
