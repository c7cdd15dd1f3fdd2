import type { UploadcareFile } from '@uploadcare/upload-client'
import type { RequestContext } from '../requests/request-context.js'
import { toCancelError } from '../requests/to-cancel-error.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { waitForToken } from '../requests/wait-for-token.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { createRequestQueue, type RequestQueue } from './create-request-queue.js'
import { monotonicProgress } from './monotonic-progress.js'
import { nameAndType } from './name-and-type.js'
import { finishUpload } from './finish-upload.js'
import { assertBytes } from './to-bytes.js'
import { assertSendable } from './assert-sendable.js'
import { sendUrl } from './upload-from-url.js'
import { uploadBytes } from './upload-bytes.js'
import type { UploadInput } from './upload-input.js'
import type { SentFile } from './upload-multipart.js'
import { withFileEvents } from './with-file-events.js'

const LONGEST_QUOTE = 100

/** Uploads one file. */
export async function uploadOne(
  context: RequestContext,
  data: UploadInput,
  options: UploadOptions,
): Promise<UploadcareFile> {
  const requestQueue = createRequestQueue(context.source.clock, options.maxConcurrentRequests)
  const finish = await beginUpload(context, data, options, requestQueue)
  return finish()
}

/**
 * Sends bytes, or has Uploadcare fetch them from a URL. A UUID needs no sending.
 *
 * @returns a function that waits until Uploadcare has processed the file
 */
export async function beginUpload(
  context: RequestContext,
  data: UploadInput,
  options: UploadOptions,
  requestQueue: RequestQueue,
): Promise<() => Promise<UploadcareFile>> {
  if (typeof data !== 'string') assertBytes(data)
  const named = nameAndType(data, options)
  assertSendable(named)
  const ofFile = withFileEvents(context, named)
  const { signal } = options
  const monotonic = monotonicProgress(named)
  const untilAborted = <T>(run: (scoped: UploadOptions) => Promise<T>): Promise<T> =>
    signal
      ? toCancelError(
          inAbortScope(signal, (scope) => run({ ...monotonic, signal: scope })),
          signal,
        )
      : run(monotonic)

  if (typeof data === 'string' && !isUrl(data)) {
    assertUuid(data)
    return () => untilAborted((scoped) => describeUploaded(ofFile, data, scoped))
  }
  const sent = await untilAborted((scoped): Promise<SentFile> =>
    typeof data === 'string'
      ? sendUrl(ofFile, data, scoped)
      : uploadBytes(ofFile, data, scoped, requestQueue),
  )
  return () => finishUpload(ofFile, sent, monotonic)
}

/** Distinguishes the URL of a file from the UUID of an uploaded one. */
export const isUrl = (data: string): boolean => /^(\w+:)?\/\//.test(data)

/**
 * Rejects text that contains no UUID. upload-client accepts more around it.
 *
 * @throws {TypeError} when the text is neither a URL nor a UUID.
 */
export function assertUuid(data: string): void {
  if (/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/.test(data)) return
  // A data URL contains the whole file.
  throw new TypeError(
    `Expected a URL or a UUID to upload, got ${JSON.stringify(data.slice(0, LONGEST_QUOTE))}`,
  )
}

async function describeUploaded(
  context: RequestContext,
  uuid: string,
  options: UploadOptions,
): Promise<UploadcareFile> {
  const publicKey = await context.projectKey.resolve(options, () => waitForToken(context, options))
  const file = await finishUpload(context, { uuid, publicKey }, options)
  return Object.assign(file, options.fileName && { name: options.fileName })
}
