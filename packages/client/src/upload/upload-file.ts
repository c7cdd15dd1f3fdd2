import type { Queue, UploadcareFile } from '@uploadcare/upload-client'
import type { RequestContext } from '../requests/request-context.js'
import { toCancelError } from '../requests/to-cancel-error.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { monotonicProgress } from './monotonic-progress.js'
import { finishUpload } from './poll-until-ready.js'
import { uploadBytes } from './upload-bytes.js'
import { uploadFromUrl } from './upload-from-url.js'
import type { UploadInput } from './upload-input.js'

/**
 * Sends bytes, or has Uploadcare fetch them from a URL. A UUID needs no sending.
 *
 * @returns a function that waits until Uploadcare has processed the file
 */
export async function beginUpload(
  context: RequestContext,
  data: UploadInput,
  options: UploadOptions,
  requestQueue: Queue,
): Promise<() => Promise<UploadcareFile>> {
  const { signal } = options
  const monotonic = monotonicProgress(options)
  const untilAborted = <T>(run: (scoped: UploadOptions) => Promise<T>): Promise<T> =>
    signal
      ? toCancelError(
          inAbortScope(signal, (scope) => run({ ...monotonic, signal: scope })),
          signal,
        )
      : run(monotonic)

  if (typeof data === 'string' && !isUrl(data)) {
    return () =>
      untilAborted(async (scoped) => {
        const publicKey = await context.projectKey.resolve(scoped)
        const file = await finishUpload(context, data, { ...scoped, publicKey })
        return Object.assign(file, scoped.fileName && { name: scoped.fileName })
      })
  }
  const { uuid, publicKey } = await untilAborted((scoped) =>
    typeof data === 'string'
      ? uploadFromUrl(context, data, scoped)
      : uploadBytes(context, data, scoped, requestQueue),
  )
  return () => untilAborted((scoped) => finishUpload(context, uuid, { ...scoped, publicKey }))
}

/** Distinguishes the URL of a file from the UUID of an uploaded one. */
export const isUrl = (data: string): boolean => /^(\w+:)?\/\//.test(data)
