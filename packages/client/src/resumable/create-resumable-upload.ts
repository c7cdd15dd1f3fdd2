import { CancelError, type UploadcareFile } from '@uploadcare/upload-client'
import type { SecureUploadClient } from '../client/secure-upload-client.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { callListener } from '../token-source/call-listener.js'
import { monotonicProgress } from '../upload/monotonic-progress.js'
import { withoutUndefined } from '../upload/without-undefined.js'
import { createPartsUpload } from './create-parts-upload.js'
import { createResumeMemory } from './create-resume-memory.js'
import { indexedDbStore } from './indexed-db-store.js'
import type { ResumableUpload, ResumableUploadOptions } from './resumable-upload.js'

/**
 * Starts an upload that can be paused. With a `resumeKey` it resumes after a reload of the page, and sends only the missing
 * parts. It restarts automatically when the file has changed, a day has passed, or Uploadcare no longer knows it. Files
 * below 10 MiB are uploaded in one request.
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
  client: SecureUploadClient,
  file: Blob,
  { resumeKey, resumeStore = indexedDbStore, signal, ...options }: ResumableUploadOptions = {},
): ResumableUpload {
  const memory = createResumeMemory(resumeStore, resumeKey, client.tokenSource.clock)
  const advance = createPartsUpload(client, file, monotonicProgress(withoutUndefined(options)), memory)
  let isAborted = false
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
        return await inAbortScope(turnSignal, advance)
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
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  const result = run().finally(() => {
    signal?.removeEventListener('abort', abort)
  })
  // A caller that aborts need not handle `result`.
  result.catch(() => undefined)

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
      callListener(client.onEvent, { type: 'paused' })
    },
    resume() {
      if (!pause) return
      pause.end()
      pause = undefined
      callListener(client.onEvent, { type: 'resumed' })
    },
    abort,
    clear: () => memory.forget(),
    result,
  }
}
