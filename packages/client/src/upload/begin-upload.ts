import { uploadFile, type Queue, type UploadcareFile } from '@uploadcare/upload-client'
import { inAbortScope } from '../token-source/in-abort-scope.js'
import { finishUpload } from './finish-upload.js'
import { isUrl } from './is-url.js'
import { orCancelError } from './or-cancel-error.js'
import { reportForward } from './report-forward.js'
import { resolvePublicKey } from './resolve-public-key.js'
import { pollWithRetries } from './poll-with-retries.js'
import { uploadBytes } from './upload-bytes.js'
import type { UploadContext } from './upload-context.js'
import { uploadFromUrl } from './upload-from-url.js'
import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

/**
 * Sends whatever can be uploaded: bytes, or what lies at an address. For what Uploadcare has already there is nothing to
 * send.
 *
 * @returns what waits until Uploadcare has the file ready
 */
export async function beginUpload(
  context: UploadContext,
  data: UploadInput,
  options: UploadOptions,
  lane: Queue,
): Promise<() => Promise<UploadcareFile>> {
  const { signal } = options
  const forward = reportForward(options)
  const untilAborted = <T>(run: (scoped: UploadOptions) => Promise<T>): Promise<T> =>
    signal
      ? orCancelError(
          inAbortScope(signal, (scope) => run({ ...forward, signal: scope })),
          signal,
        )
      : run(forward)

  if (typeof data === 'string' && !isUrl(data)) {
    return () =>
      untilAborted(async (scoped) => {
        const publicKey = await resolvePublicKey(context, scoped)
        return pollWithRetries(context, data, { ...scoped, publicKey }, (attempt) =>
          uploadFile(data, attempt),
        )
      })
  }
  const sent = await untilAborted((scoped) =>
    typeof data === 'string'
      ? uploadFromUrl(context, data, scoped)
      : uploadBytes(context, data, scoped, lane),
  )
  return () => untilAborted((scoped) => finishUpload(context, sent, scoped))
}
