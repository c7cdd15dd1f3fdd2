import { UploadError, type UploadcareFile } from '@uploadcare/upload-client'
import type { SecureUploadClient } from '../client/secure-upload-client.js'
import { nameAndType } from '../upload/name-and-type.js'
import { DEFAULT_PART_BYTES } from '../upload/send-parts.js'
import { LEAST_MULTIPART_BYTES } from '../upload/upload-bytes.js'
import type { UploadOptions } from '../upload/upload-options.js'
import { withSentMetadata } from '../upload/with-sent-metadata.js'
import type { ResumeMemory } from './create-resume-memory.js'
import { fingerprintOf } from './fingerprint-of.js'
import type { ResumableSession } from './resumable-session.js'
import { sendMissingParts } from './send-missing-parts.js'

/**
 * Makes a function that uploads a file, and that can be called again after it was aborted: it goes on with the parts
 * that are missing. When what it began is gone, it begins anew, once.
 */
export function createPartsUpload(
  client: SecureUploadClient,
  file: Blob,
  options: UploadOptions,
  memory: ResumeMemory,
): (signal: AbortSignal) => Promise<UploadcareFile> {
  let session: ResumableSession | undefined

  async function begin(
    partBytes: number,
    fingerprint: string,
    signal: AbortSignal,
  ): Promise<ResumableSession> {
    const named = nameAndType(file, options)
    const { uuid, parts } = await client.multipartStart(file.size, {
      ...named,
      multipartChunkSize: partBytes,
      signal,
    })
    const begun = { fingerprint, uuid, addresses: parts, partBytes, startedAtMs: Date.now() }
    await memory.save(begun)
    return begun
  }

  async function end(current: ResumableSession, signal: AbortSignal): Promise<UploadcareFile> {
    await sendMissingParts(client, file, current, { ...nameAndType(file, options), signal }, () =>
      memory.save(current),
    )
    await client.multipartComplete(current.uuid, { signal })
    const uploaded = await client.uploadFile(current.uuid, { signal })
    await memory.forget()
    return withSentMetadata(uploaded, options.metadata)
  }

  return async (signal) => {
    const settings = { ...client.getSettings(), ...options }
    const { multipartMinFileSize = LEAST_MULTIPART_BYTES, multipartChunkSize = DEFAULT_PART_BYTES } = settings
    // A small file is sent in one request, and after a pause from its beginning.
    if (file.size < multipartMinFileSize) return client.uploadFile(file, { ...options, signal })

    const fingerprint = await fingerprintOf(file, multipartChunkSize)
    session ??= await memory.load(fingerprint)
    if (session) {
      try {
        return await end(session, signal)
      } catch (error) {
        if (!isGone(error)) throw error
      }
    }
    session = await begin(multipartChunkSize, fingerprint, signal)
    return end(session, signal)
  }
}

/** Uploadcare forgets an upload that was not completed, and its parts' addresses live for a day. */
function isGone(error: unknown): boolean {
  return error instanceof UploadError || (error instanceof Error && /^Error 4\d\d/.test(error.message))
}
