import { verifyWebhookSignature } from '@secure-uploading/core'
import { checkSignatureForm } from '@secure-uploading/core/internal'
import { readRawBody, type RawRequest } from '../http/body.js'
import { answerEmpty } from '../http/endpoint-answer.js'
import { createEndpoint, type Endpoint } from '../http/endpoint.js'
import { headerValues } from '../http/header-values.js'
import { WebhookDenial } from './denial.js'
import type { WebhookEvent } from './events.js'
import { isUploadNotice } from './is-webhook-payload.js'
import { parseWebhookOptions, type WebhookHandlerOptions } from './options.js'
import { parseWebhookEvent } from './parse-webhook-event.js'
import { createReceiptVerifier } from './receipt.js'
import { createUploadCompleter } from './upload.js'

/** Answers a webhook. It never rejects. `args` are the arguments that the framework passes to its handlers. */
export type WebhookEndpoint<Args extends unknown[]> = Endpoint<RawRequest, Args>

/**
 * Creates a webhook endpoint that is independent of any framework, for adapter authors. Apps call `createWebhookHandler`
 * of their framework's package instead.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { createWebhookEndpoint } from '@secure-uploading/server/adapter'
 *
 * const answer = createWebhookEndpoint({ signingSecret: 'signing secret', onEvent: (event) => console.log(event.type) })
 * const { status, headers, body } = await answer({ method: 'POST', header: () => undefined, body: () => '{}' })
 * ```
 */
export function createWebhookEndpoint<Args extends unknown[]>(
  options: WebhookHandlerOptions<Args>,
): WebhookEndpoint<Args> {
  const settings = parseWebhookOptions(options)
  const { secretsFor, onEvent, receipts, maxBodyBytes, onDeny, onError } = settings
  const completeUpload = settings.completion && createUploadCompleter(settings.completion, onError)
  const verifyReceipt = receipts && createReceiptVerifier(receipts, settings.now)

  async function receiveEvent(request: RawRequest, args: Args): Promise<WebhookEvent> {
    if (request.method !== 'POST') throw new WebhookDenial('method')
    // Anyone can send a request, so it costs neither a look-up of the secret nor a body before it has a signature.
    const signature = headerValues(request, 'x-uc-signature').join(', ')
    const refusal = checkSignatureForm(signature)
    if (refusal) throw new WebhookDenial(`signature-${refusal.reason}`, refusal.hint)
    if (Number(request.header('content-length')) > maxBodyBytes) throw new WebhookDenial('body-too-large')
    const secrets = await secretsFor(args)
    const body = await readRawBody(await request.body(), maxBodyBytes)
    if (typeof body === 'string') throw new WebhookDenial(body)
    // The hint costs one more HMAC per secret.
    const verdict = await verifyWebhookSignature(
      secrets,
      { signature, body },
      { explain: settings.explainsSignatures },
    )
    if (!verdict.valid) throw new WebhookDenial(`signature-${verdict.reason}`, verdict.hint)

    const event = parseWebhookEvent(body)
    const { payload } = event
    const isUploaded = payload.hook.event === 'file.uploaded'
    if (verifyReceipt === undefined || !isUploadNotice(payload)) return event
    if (event.type === 'unknown' && !isUploaded) return event
    const receipt = await verifyReceipt(payload, args)
    const upload = isUploaded ? await completeUpload?.(payload, receipt, args) : undefined
    // A file is completed also when other fields of its payload have a form that this version does not know.
    if (event.type === 'unknown') return event
    return { ...event, receipt, ...(upload === undefined ? {} : { upload }) }
  }

  return createEndpoint<RawRequest, Args, WebhookDenial['event']>({
    async answer(request, args) {
      const event = await receiveEvent(request, args)
      await onEvent?.(event, ...args)
      return answerEmpty()
    },
    isDenial: (error) => error instanceof WebhookDenial,
    failureMessage: 'The webhook could not be handled. See the server log.',
    onDeny,
    onError,
  })
}
