import { isSecureUploadError } from '@secure-uploading/core/token'
import { UploadError, type UploadcareFile } from '@uploadcare/upload-client'
import { AnswerError } from '../requests/answer-error.js'
import { DEFAULTS } from '../requests/defaults.js'
import type { RequestContext } from '../requests/request-context.js'
import { waitForToken } from '../requests/wait-for-token.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { finishUpload } from '../upload/finish-upload.js'
import { nameAndType } from '../upload/name-and-type.js'
import { sendComplete } from '../upload/send-complete.js'
import { createRequestQueue } from '../upload/create-request-queue.js'
import { beginUpload } from '../upload/upload-file.js'
import { assertPartCount, partBytesOf, startMultipart } from '../upload/upload-multipart.js'
import type { ResumeMemory } from './create-resume-memory.js'
import type { SessionScope } from './identity-of.js'
import type { ResumableSession } from './resumable-session.js'
import { sendMissingParts } from './send-missing-parts.js'
import type { UploadLock } from './with-lock.js'

/** The upload of one file in parts. */
export interface PartsUpload {
  /**
   * Uploads the file. After an abort it can be called again, and sends the missing parts.
   *
   * @param onSent called when all bytes are sent, and Uploadcare processes the file
   */
  advance(signal: AbortSignal, onSent?: () => void): Promise<UploadcareFile>
  /** Deletes the stored sessions of the owner. */
  forgetOwner(): void
}

/** @param options of the call, merged with the settings of the client */
export function createPartsUpload(
  context: RequestContext,
  file: Blob,
  options: UploadOptions & { owner?: string | undefined },
  memory: ResumeMemory,
): PartsUpload {
  const named = nameAndType(file, options)
  const partBytes = partBytesOf(file.size, named)
  let session: ResumableSession | undefined
  let owner: string | undefined

  async function begin(identity: string, signal: AbortSignal): Promise<ResumableSession> {
    const { answer } = await startMultipart(context, file.size, {
      ...named,
      multipartChunkSize: partBytes,
      signal,
    })
    const { uuid, parts } = answer
    assertPartCount(parts.length, file.size, partBytes, named)
    const startedAtMs = context.source.clock.wallMs()
    const started = { identity, owner, uuid, addresses: parts, partBytes, startedAtMs }
    memory.save(started)
    return started
  }

  async function finish(
    current: ResumableSession,
    publicKey: string,
    signal: AbortSignal,
    lock: UploadLock,
    onSent: (() => void) | undefined,
  ): Promise<UploadcareFile> {
    const keyed = { ...named, publicKey, signal }
    await sendMissingParts(context, file, current, keyed, () => {
      memory.save(current)
    })
    await sendComplete(context, current.uuid, keyed)
    onSent?.()
    const uploaded = await finishUpload(context, { uuid: current.uuid, publicKey }, keyed)
    // A tab that waits for the lock finds the finished upload in the store, and does not send the file again.
    if (!(await lock.isWanted())) await memory.forget()
    return uploaded
  }

  async function runLocked(
    scope: SessionScope,
    identity: string,
    signal: AbortSignal,
    lock: UploadLock,
    onSent: (() => void) | undefined,
  ): Promise<UploadcareFile> {
    const { publicKey } = scope
    const current = (await memory.load(identity)) ?? session
    if (current?.identity === identity) {
      session = current
      try {
        return await finish(current, publicKey, signal, lock, onSent)
      } catch (error) {
        if (!isGone(error)) throw error
      }
    }
    session = await begin(identity, signal)
    return finish(session, publicKey, signal, lock, onSent)
  }

  return {
    async advance(signal, onSent) {
      const { multipartMinFileSize = DEFAULTS.multipartMinFileSize } = named
      // A small file is sent in one request, and after a pause from its start.
      if (file.size < multipartMinFileSize) {
        const requestQueue = createRequestQueue(context.source.clock, options.maxConcurrentRequests)
        const finishSent = await beginUpload(context, file, { ...options, signal }, requestQueue)
        onSent?.()
        return finishSent()
      }

      const token = await waitForToken(context, { ...named, signal })
      const publicKey = context.projectKey.forToken(token, named.publicKey)
      owner = memory.ownerOf(token) ?? options.owner
      const scope = { publicKey, owner, partBytes, options: named }
      const identity = await memory.identify(file, scope)
      return memory.inLock(owner === undefined ? undefined : identity, signal, (lock) =>
        runLocked(scope, identity, signal, lock, onSent),
      )
    },
    forgetOwner() {
      // Sessions of anyone belong to no user who could sign out.
      if (owner !== undefined && owner !== 'anyone') void memory.forgetOwner(owner)
    },
  }
}

/** Uploadcare deletes an upload that is not completed, and its parts. Part addresses are valid for a day. */
function isGone(error: unknown): boolean {
  if (error instanceof UploadError) return GONE.includes(error.code)
  if (!isSecureUploadError(error, 'ERR_UPLOAD_RESPONSE') || !(error.cause instanceof AnswerError))
    return false
  const { status, body } = error.cause.answer
  // A page or JSON comes from a proxy, which would refuse a new upload too.
  // S3 sends ExpiredToken with 400.
  return (
    ([403, 404].includes(status) || /ExpiredToken/.test(body)) && !/^\s*(\{|<!doctype html|<html)/i.test(body)
  )
}

const GONE: (string | undefined)[] = [
  'FileNotFoundError',
  'MultipartFileNotFoundError',
  'MultipartUploadSizeTooSmallError',
]
