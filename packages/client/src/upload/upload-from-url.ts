import { fromUrl, fromUrlStatus, UploadError } from '@uploadcare/upload-client'
import { request, signedRequest } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import { toCancelError } from '../requests/to-cancel-error.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { wait } from '../time/wait.js'
import { POLL_INTERVAL_MS } from './poll-until-ready.js'
import type { SentFile } from './upload-multipart.js'

/** Has Uploadcare fetch a file from a URL, and polls until it is fetched. */
export async function sendUrl(
  context: RequestContext,
  sourceUrl: string,
  options: UploadOptions,
): Promise<SentFile> {
  const { answer, publicKey } = await signedRequest(context, {
    name: 'from_url',
    options,
    send: (attempt) => fromUrl(sourceUrl, attempt),
  })
  const uuid = 'token' in answer ? await pollUntilFetched(context, answer.token, options) : answer.uuid
  return { uuid, publicKey }
}

async function pollUntilFetched(
  context: RequestContext,
  token: string,
  options: UploadOptions,
): Promise<string> {
  for (;;) {
    const answer = await request(context, {
      name: 'from_url/status',
      options,
      send: (attempt) => fromUrlStatus(token, attempt),
    })
    if ('error' in answer) throw new UploadError(answer.error, answer.errorCode)
    const status: string = answer.status
    if (status === 'unknown') throw new UploadError('URL upload not found. Start it again.')
    if ('done' in answer) report(answer, options)
    if ('uuid' in answer) return answer.uuid
    if (status !== 'waiting' && status !== 'progress') throw new UploadError(`Unexpected status ${status}`)
    await toCancelError(wait(context.source.clock, POLL_INTERVAL_MS, options.signal), options.signal)
  }
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
