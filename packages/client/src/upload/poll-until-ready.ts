import { info, type FileInfo } from '@uploadcare/upload-client'
import { request } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import { toCancelError } from '../requests/to-cancel-error.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { wait } from '../time/wait.js'

/** The interval of upload-client. */
export const POLL_INTERVAL_MS = 500

/** Waits until Uploadcare has processed a file. Processing may take any time; only a single answer may not. */
export async function pollUntilReady(
  context: RequestContext,
  uuid: string,
  options: Omit<UploadOptions, 'onProgress'> & { publicKey: string },
): Promise<FileInfo> {
  for (;;) {
    const file = await request(context, { name: 'info', options, send: (attempt) => info(uuid, attempt) })
    if (file.isReady) return file
    await toCancelError(wait(context.source.clock, POLL_INTERVAL_MS, options.signal), options.signal)
  }
}
