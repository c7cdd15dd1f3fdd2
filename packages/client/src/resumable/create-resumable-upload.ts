import { CancelError, type UploadcareFile } from '@uploadcare/upload-client'
import type { SecureUploadClient } from '../client/secure-upload-client.js'
import { prepareCall } from '../functions/function-options.js'
import { assertOptions, type OptionRule } from '../options/assert-options.js'
import { assertUploadOptions } from '../options/assert-upload-options.js'
import { isFilledText } from '../options/is-filled-text.js'
import { RESUME_RULES } from '../options/resume-rules.js'
import { toCancelError } from '../requests/to-cancel-error.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import type { TokenSource } from '../token-source/token-source.js'
import { assertSendable } from '../upload/assert-sendable.js'
import { monotonicProgress } from '../upload/monotonic-progress.js'
import { nameAndType } from '../upload/name-and-type.js'
import { isBlob } from '../upload/to-bytes.js'
import { withFileEvents } from '../upload/with-file-events.js'
import { createPartsUpload } from './create-parts-upload.js'
import { createResumeMemory } from './create-resume-memory.js'
import { indexedDbStore } from './indexed-db-store.js'
import { pruneStore } from './prune-store.js'
import type { ResumableUpload, ResumableUploadOptions, ResumableUploadState } from './resumable-upload.js'

const OWN_NAMES = 'resumeKey resumeStore owner'
const RULES: readonly OptionRule[] = [
  ['resumeKey', isFilledText, 'a string that is not empty'],
  ...RESUME_RULES,
]

/**
 * Starts an upload that can be paused. With a `resumeKey` it resumes after a reload of the page, and sends only the missing
 * parts. A stored session belongs to one user: the subject of the upload receipt, or the `owner` option. It restarts
 * automatically when the file, the options or the user have changed, a day has passed, or Uploadcare no longer has it.
 * Files below 10 MiB are uploaded in one request. `tokenSource.clear()` cancels it and deletes the sessions of the user.
 *
 * @param target a `SecureUploadClient`, or a token source
 * @throws {TypeError} when the file or an option is invalid.
 *
 * @example
 * ```ts
 * import { SecureUploadClient } from '@secure-uploading/client'
 * import { createResumableUpload } from '@secure-uploading/client/resumable'
 *
 * const client = new SecureUploadClient({ tokenEndpoint: '/api/upload-token' })
 * const upload = createResumableUpload(client, new Blob(['…']), { resumeKey: 'holiday-video' })
 * upload.pause()
 * upload.resume()
 * const file = await upload.result
 * ```
 */
export function createResumableUpload(
  target: SecureUploadClient | TokenSource,
  file: Blob,
  options: ResumableUploadOptions = {},
): ResumableUpload {
  if (!isBlob(Object(file) as object)) throw new TypeError('Expected a File or a Blob to upload')
  assertUploadOptions(options, true, OWN_NAMES)
  assertOptions(options, RULES, false)
  const given = Object(target) as typeof target
  const [source, client] = 'tokenSource' in given ? [given.tokenSource, given] : [given]
  const onEvent = options.onEvent ?? client?.onEvent
  const prepared = prepareCall(source, { ...options, onEvent }, OWN_NAMES)
  const { resumeKey, resumeStore = indexedDbStore, signal, ...own } = prepared.options
  const merged = { ...client?.uploadOptions, ...own }
  const named = nameAndType(file, merged)
  assertSendable(named)

  const context = withFileEvents(prepared.context, named)
  const memory = createResumeMemory(resumeStore, resumeKey, source.clock)
  if (resumeKey !== undefined) void pruneStore(resumeStore, source.clock)
  const upload = createPartsUpload(context, file, monotonicProgress(merged), memory)
  let isAborted = false
  let ended: ResumableUploadState | undefined
  let turn = new AbortController()
  let pause: { isOver: Promise<void>; end: () => void } | undefined

  async function run(): Promise<UploadcareFile> {
    for (;;) {
      while (pause) await pause.isOver
      if (isAborted) throw new CancelError()
      turn = new AbortController()
      const { signal: turnSignal } = turn
      try {
        // A file that cannot be read, or a store that hangs, must not delay a pause.
        return await toCancelError(
          inAbortScope(turnSignal, (scope) => upload.advance(scope)),
          undefined,
        )
      } catch (error) {
        // A pause ends a turn, not the upload.
        if (!turnSignal.aborted) throw error
      }
    }
  }

  function abort(): void {
    isAborted = true
    pause?.end()
    pause = undefined
    turn.abort()
  }
  function signOut(): void {
    abort()
    upload.forgetOwner()
  }
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  const { session } = context
  session.addEventListener('abort', signOut)
  const result = run().finally(() => {
    signal?.removeEventListener('abort', abort)
    session.removeEventListener('abort', signOut)
  })
  // A caller that aborts need not handle `result`.
  result.then(
    () => (ended = 'uploaded'),
    (error: unknown) => (ended = error instanceof CancelError ? 'canceled' : 'failed'),
  )

  return {
    pause() {
      if (pause) return
      let end: () => void = () => undefined
      pause = {
        isOver: new Promise((resolve) => (end = resolve)),
        end: () => {
          end()
        },
      }
      turn.abort()
      context.emit({ type: 'paused' })
    },
    resume() {
      if (!pause) return
      pause.end()
      pause = undefined
      context.emit({ type: 'resumed' })
    },
    abort,
    clear: () => memory.forget(),
    get state() {
      return ended ?? (isAborted ? 'canceled' : pause ? 'paused' : 'uploading')
    },
    result,
  }
}
