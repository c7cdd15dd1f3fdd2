import type { Request, RequestHandler, Response } from 'express'
import { expectTypeOf, it } from 'vitest'
import { createWebhookHandler, type FileInfoUpdatedPayload, type WebhookEvent } from '../src/index.js'

it('types onEvent with the arguments of the framework, and the payload by the type of the event', () => {
  const handler = createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[event: WebhookEvent, request: Request, response: Response]>()
      const [event] = args
      if (event.type === 'file.info_updated')
        expectTypeOf(event.payload).toEqualTypeOf<FileInfoUpdatedPayload>()
      if (event.type === 'file.uploaded') expectTypeOf(event.payload.data.uuid).toEqualTypeOf<string>()
      if (event.type === 'unknown') expectTypeOf(event.payload.hook.event).toEqualTypeOf<string>()
      if (event.receipt?.valid) expectTypeOf(event.receipt.claims.subject).toEqualTypeOf<string>()
    },
  })
  expectTypeOf(handler).toEqualTypeOf<RequestHandler>()
})
