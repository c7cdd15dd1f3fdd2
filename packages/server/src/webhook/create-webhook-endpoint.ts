import { verifyWebhookSignature } from '@secure-uploading/core'
import type { EndpointAnswer } from '../answer/endpoint-answer.js'
import { createSecrets } from '../secrets/create-secrets.js'
import { answerDelivered, answerUndelivered } from './answer-webhook.js'
import type { RawBody } from './body/raw-body.js'
import { readRawBody } from './body/read-raw-body.js'
import { createReceiptCheck } from './event/create-receipt-check.js'
import { parseWebhookEvent } from './event/parse-webhook-event.js'
import type { WebhookEvent } from './event/webhook-event.js'
import { createWebhookReporter } from './hooks/create-webhook-reporter.js'
import { assertWebhookOptions } from './options/assert-webhook-options.js'
import type { WebhookHandlerOptions } from './options/webhook-handler-options.js'
import { WebhookDenial } from './webhook-denial.js'

/** What the webhook endpoint has to know of a request. */
export interface WebhookRequest {
  /** In upper case, as it was sent. */
  method: string
  /** Gives a header by its lower-case name. */
  header(name: string): string | null | undefined
  /** Gives the body before anything parsed it. It may throw, saying what to do, when the body is gone. */
  body(): RawBody
}

/** Answers one webhook. It never rejects. `args` are what the framework calls its handlers with. */
export type WebhookEndpoint<Args extends unknown[]> = (
  request: WebhookRequest,
  ...args: Args
) => Promise<EndpointAnswer>

const DEFAULT_MAX_BODY_BYTES = 1024 * 1024

/**
 * Makes a webhook endpoint out of plain data: the one place where its policy is, for those who write an adapter.
 * An app calls the `createWebhookHandler` of its framework's package instead.
 *
 * @throws {TypeError} when an option is wrong, naming it.
 *
 * @example
 * ```ts
 * import { createWebhookEndpoint } from '@secure-uploading/server'
 *
 * const answer = createWebhookEndpoint({ signingSecret: 'signing secret', onEvent: (event) => console.log(event.type) })
 * const { status, headers, body } = await answer({ method: 'POST', header: () => undefined, body: () => '{}' })
 * ```
 */
export function createWebhookEndpoint<Args extends unknown[]>(
  options: WebhookHandlerOptions<Args>,
): WebhookEndpoint<Args> {
  assertWebhookOptions(options)
  const { onEvent, onDeny, maxBodyBytes = DEFAULT_MAX_BODY_BYTES } = options
  const secretsFor = createSecrets('signingSecret', options.signingSecret)
  const checkReceipt = createReceiptCheck(options)
  const report = createWebhookReporter(options)

  async function takeEvent(request: WebhookRequest, args: Args): Promise<WebhookEvent> {
    if (request.method !== 'POST') throw new WebhookDenial('method')
    if (Number(request.header('content-length')) > maxBodyBytes) throw new WebhookDenial('body-too-large')
    const secrets = await secretsFor(args)
    const body = await readRawBody(request.body(), maxBodyBytes)
    const verdict = await verifyWebhookSignature(
      secrets,
      { signature: request.header('x-uc-signature'), body },
      // Anybody may send a forged body of the largest size. It is signed more than once only for who reads the hint.
      { explain: onDeny !== undefined },
    )
    if (!verdict.valid) throw new WebhookDenial(`signature-${verdict.reason}`, verdict.hint)

    const event = parseWebhookEvent(body)
    if (event.type === 'unknown' || checkReceipt === undefined) return event
    return { ...event, receipt: await checkReceipt(event.payload, args) }
  }

  return async (request, ...args) => {
    try {
      await onEvent(await takeEvent(request, args), ...args)
      return answerDelivered()
    } catch (error) {
      report(error, args)
      const answer = answerUndelivered(error)
      // Node drops the body of an answer to HEAD, but other runtimes would send it.
      return request.method === 'HEAD' ? { ...answer, body: '' } : answer
    }
  }
}
