import { UploadError, type UploadcareFile } from '@uploadcare/upload-client'
import type { SecureUploadClient } from '../client/secure-upload-client.js'
import { withDeadline } from '../token-source/with-deadline.js'
import { DEFAULTS } from '../upload/defaults.js'
import { nameAndType } from '../upload/name-and-type.js'
import type { UploadOptions } from '../upload/upload-options.js'
import { withSentMetadata } from '../upload/with-sent-metadata.js'
import type { ResumeMemory } from './create-resume-memory.js'
import { fingerprintOf } from './fingerprint-of.js'
import type { ResumableSession } from './resumable-session.js'
import { sendMissingParts } from './send-missing-parts.js'

// A store that hangs must not hold up what is done.
const LONGEST_FORGETTING_MS = 1000
const late = (): Error => new Error('The upload could not be forgotten')

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
    const { uuid, parts } = await client.multipartStart(file.size, {
      ...nameAndType(file, options),
      multipartChunkSize: partBytes,
      signal,
    })
    const startedAtMs = client.tokenSource.clock.wallMs()
    const begun = { fingerprint, uuid, addresses: parts, partBytes, startedAtMs }
    memory.save(begun)
    return begun
  }

  async function end(current: ResumableSession, signal: AbortSignal): Promise<UploadcareFile> {
    const own = { ...client.getSettings(), ...nameAndType(file, options), signal }
    await sendMissingParts(client, file, current, own, () => {
      memory.save(current)
    })
    await client.multipartComplete(current.uuid, own)
    // The name is what Uploadcare made of it, as after any other upload.
    const uploaded = await client.uploadFile(current.uuid, { ...own, fileName: '' })
    const { clock } = client.tokenSource
    const forget = (): Promise<void> => memory.forget()
    await withDeadline(clock, LONGEST_FORGETTING_MS, late, signal, forget).catch(() => undefined)
    return withSentMetadata(uploaded, options.metadata)
  }

  return async (signal) => {
    const settings = { ...DEFAULTS, ...client.getSettings(), ...options }
    const { multipartMinFileSize, multipartChunkSize } = settings
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

/** Uploadcare forgets an upload that was not completed, and its parts; their addresses live for a day. */
function isGone(error: unknown): boolean {
  if (error instanceof UploadError) return GONE.includes(error.code)
  return error instanceof Error && /^Error 40[34]/.test(error.message)
}

const GONE: (string | undefined)[] = [
  'FileNotFoundError',
  'MultipartFileNotFoundError',
  'MultipartUploadSizeTooSmallError',
]
