import { generateWebhookSignature } from '@secure-uploading/core'
import type { WebhookHandlerOptions } from '@secure-uploading/server'
import type { Served } from '../adapter.js'
import type { Capability } from '../framework.js'
import { passedArguments, type PassedArguments } from '../passed-arguments.js'
import { readAnswer, type Answer } from '../trial.js'
import { uploadedFile } from './uploaded-file.js'
import type { WebhookAdapter } from './webhook-adapter.js'

export const SIGNING_SECRET = '7kMVZivndx0ErgvhRKAr'

export interface Delivery {
  method?: string
  headers?: Record<string, string>
  /** The text of the body; that of an uploaded file unless given. */
  body?: string
  /** Signed with the right secret unless another is given; `null` sends none. */
  signature?: string | null
}

/** What a rule works with: webhook endpoints of one adapter, and a way to send to them. */
export interface WebhookTrial extends PassedArguments {
  /** Serves an endpoint that forgets its events, but for the given options. */
  serve(
    options?: Partial<WebhookHandlerOptions<unknown[]>>,
  ): Promise<(delivery?: Delivery) => Promise<Answer>>
}

/** One sentence about the webhook endpoint, and how to see whether it is true. It needs no test runner. */
export interface WebhookRule {
  name: string
  needs?: Capability
  check: (trial: WebhookTrial) => Promise<void>
}

/** Runs one check against an adapter, and closes what it served. */
export async function runWebhookTrial<Args extends unknown[]>(
  adapter: WebhookAdapter<Args>,
  check: (trial: WebhookTrial) => Promise<void>,
): Promise<void> {
  const opened: Served[] = []
  const trial: WebhookTrial = {
    ...passedArguments(adapter),
    async serve(options) {
      const served = await adapter.serve({
        signingSecret: SIGNING_SECRET,
        onEvent: () => undefined,
        onError: () => undefined,
        ...options,
      })
      opened.push(served)
      return async (delivery) => readAnswer(await served.send(await requestFor(delivery)))
    },
  }
  try {
    await check(trial)
  } finally {
    await Promise.all(opened.map(async (served) => served.close?.()))
  }
}

async function requestFor({
  method = 'POST',
  headers = {},
  body = JSON.stringify(uploadedFile),
  signature,
}: Delivery = {}): Promise<Request> {
  const given =
    signature === undefined ? await generateWebhookSignature(SIGNING_SECRET, body) : (signature ?? undefined)
  return new Request('http://app.example/api/uploadcare-webhook', {
    method,
    headers: {
      host: 'app.example',
      'content-type': 'application/json',
      ...(given === undefined ? {} : { 'x-uc-signature': given }),
      ...headers,
    },
    // Node's client sends no length with a body of the other methods.
    ...(['POST', 'PUT', 'PATCH'].includes(method) ? { body } : {}),
  })
}
