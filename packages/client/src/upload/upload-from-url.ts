import { fromUrl, fromUrlStatus, poll, UploadError } from '@uploadcare/upload-client'
import { sendSigned } from './send-signed.js'
import { sendWithRetries } from './send-with-retries.js'
import type { SentFile } from './sent-file.js'
import type { UploadContext } from './upload-context.js'
import type { UploadOptions } from './upload-options.js'

/** Has Uploadcare fetch a file from an address, and asks for the outcome until it is there. */
export async function uploadFromUrl(
  context: UploadContext,
  sourceUrl: string,
  options: UploadOptions,
): Promise<SentFile> {
  const { answer, publicKey } = await sendSigned(context, 'from_url', options, (attempt) =>
    fromUrl(sourceUrl, attempt),
  )
  const uuid = 'token' in answer ? await untilFetched(context, answer.token, options) : answer.uuid
  return { uuid, publicKey }
}

function untilFetched(context: UploadContext, token: string, options: UploadOptions): Promise<string> {
  return poll({
    check: () =>
      sendWithRetries(context, 'from_url/status', options, async (attempt) => {
        const answer = await fromUrlStatus(token, attempt)
        if ('errorCode' in answer) throw new UploadError(answer.error, answer.errorCode)
        const status: string = answer.status
        if (status === 'unknown') throw new UploadError('The upload token is not known.')
        if ('done' in answer) report(answer, options)
        return 'uuid' in answer && answer.uuid
      }),
    ...(options.signal && { signal: options.signal }),
  })
}

/** The size may be unknown until the end. */
function report(
  { done, total }: { done: number; total: number | string | null },
  { onProgress }: UploadOptions,
): void {
  onProgress?.(
    Number(total) > 0 ? { isComputable: true, value: done / Number(total) } : { isComputable: false },
  )
}
