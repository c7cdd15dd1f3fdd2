import { UploadError, type UploadcareFile } from '@uploadcare/upload-client'
import type { SecureUploadClient } from '../client/secure-upload-client.js'
import { DEFAULTS } from '../requests/defaults.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { withDeadline } from '../time/with-deadline.js'
import { nameAndType } from '../upload/name-and-type.js'
import { restoreMetadataKeys } from '../upload/restore-metadata-keys.js'
import type { ResumeMemory } from './create-resume-memory.js'
import { fingerprintOf } from './fingerprint-of.js'
import type { ResumableSession } from './resumable-session.js'
import { sendMissingParts } from './send-missing-parts.js'

// A store that hangs must not delay the result.
const LONGEST_FORGETTING_MS = 1000
const createDeadlineError = (): Error => new Error('The stored session could not be deleted in time')

/**
 * Creates a function that uploads a file. After an abort it can be called again, and sends the missing parts. When
 * Uploadcare no longer knows the upload, it starts again, once.
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
    const started = { fingerprint, uuid, addresses: parts, partBytes, startedAtMs }
    memory.save(started)
    return started
  }

  async function finish(current: ResumableSession, signal: AbortSignal): Promise<UploadcareFile> {
    const merged = { ...client.getSettings(), ...nameAndType(file, options), signal }
    await sendMissingParts(client, file, current, merged, () => {
      memory.save(current)
    })
    await client.multipartComplete(current.uuid, merged)
    // The name is the one that Uploadcare returns, as after other uploads.
    const uploaded = await client.uploadFile(current.uuid, { ...merged, fileName: '' })
    const { clock } = client.tokenSource
    const forget = (): Promise<void> => memory.forget()
    await withDeadline(clock, LONGEST_FORGETTING_MS, createDeadlineError, signal, forget).catch(
      () => undefined,
    )
    return restoreMetadataKeys(uploaded, options.metadata)
  }

  return async (signal) => {
    const settings = { ...DEFAULTS, ...client.getSettings(), ...options }
    const { multipartMinFileSize, multipartChunkSize } = settings
    // A small file is sent in one request, and after a pause from its start.
    if (file.size < multipartMinFileSize) return client.uploadFile(file, { ...options, signal })

    const fingerprint = await fingerprintOf(file, multipartChunkSize)
    session ??= await memory.load(fingerprint)
    if (session) {
      try {
        return await finish(session, signal)
      } catch (error) {
        if (!isGone(error)) throw error
      }
    }
    session = await begin(multipartChunkSize, fingerprint, signal)
    return finish(session, signal)
  }
}

/** Uploadcare deletes an upload that is not completed, and its parts. Part addresses are valid for a day. */
function isGone(error: unknown): boolean {
  if (error instanceof UploadError) return GONE.includes(error.code)
  return error instanceof Error && /^Error 40[34]/.test(error.message)
}

const GONE: (string | undefined)[] = [
  'FileNotFoundError',
  'MultipartFileNotFoundError',
  'MultipartUploadSizeTooSmallError',
]
