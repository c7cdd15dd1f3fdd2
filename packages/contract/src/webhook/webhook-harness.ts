import { generateWebhookSignature } from '@secure-uploading/core'
import type { WebhookHandlerOptions } from '@secure-uploading/server'
import type { TestServer } from '../adapter.js'
import type { Capability } from '../framework.js'
import { passedArguments, type PassedArguments } from '../passed-arguments.js'
import { readAnswer, type Answer } from '../harness.js'
import { uploadedFile } from './uploaded-file.js'
import type { WebhookAdapter } from './webhook-adapter.js'

export const SIGNING_SECRET = '7kMVZivndx0ErgvhRKAr'

export interface Delivery {
  method?: string
  headers?: Record<string, string>
  /**
   * The text of the body.
   *
   * @default the payload of an uploaded file
   */
  body?: string
  /**
   * The `X-Uc-Signature` header; `null` sends none.
   *
   * @default a valid signature of the body
   */
  signature?: string | null
}

/** Serves webhook endpoints of one adapter for a rule. */
export interface WebhookHarness extends PassedArguments {
  /**
   * Serves an endpoint that ignores events, or has the given options, without those of `omit`. Returns a function that sends
   * webhooks to it.
   */
  serve(
    options?: Partial<WebhookHandlerOptions<unknown[]>>,
    setting?: { omit?: readonly 'onEvent'[] },
  ): Promise<(delivery?: Delivery) => Promise<Answer>>
}

/** A rule of the webhook endpoint, with its check. It needs no test runner. */
export interface WebhookRule {
  name: string
  needs?: Capability
  check: (harness: WebhookHarness) => Promise<void>
}

/** Runs the check of a rule against an adapter and closes the served endpoints. */
export async function runWebhookCheck<Args extends unknown[]>(
  adapter: WebhookAdapter<Args>,
  check: (harness: WebhookHarness) => Promise<void>,
): Promise<void> {
  const opened: TestServer[] = []
  const harness: WebhookHarness = {
    ...passedArguments(adapter),
    async serve(options, { omit = [] } = {}) {
      const given: WebhookHandlerOptions<unknown[]> = {
        signingSecret: SIGNING_SECRET,
        onEvent: () => undefined,
        onError: () => undefined,
        ...options,
      }
      for (const name of omit) delete given[name]
      const served = await adapter.serve(given)
      opened.push(served)
      return async (delivery) => readAnswer(await served.send(await createRequest(delivery)))
    },
  }
  try {
    await check(harness)
  } finally {
    await Promise.all(opened.map(async (served) => served.close?.()))
  }
}

async function createRequest({
  method = 'POST',
  headers = {},
  body = JSON.stringify(uploadedFile),
  signature,
}: Delivery = {}): Promise<Request> {
  const header =
    signature === undefined ? await generateWebhookSignature(SIGNING_SECRET, body) : (signature ?? undefined)
  return new Request('http://app.example/api/uploadcare-webhook', {
    method,
    headers: {
      host: 'app.example',
      'content-type': 'application/json',
      ...(header === undefined ? {} : { 'x-uc-signature': header }),
      ...headers,
    },
    // Node's client sends no Content-Length with the other methods.
    ...(['POST', 'PUT', 'PATCH'].includes(method) ? { body } : {}),
  })
}
