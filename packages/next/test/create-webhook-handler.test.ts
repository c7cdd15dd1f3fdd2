import { describeWebhookEndpoint } from '@secure-uploading/contract'
import { NextRequest } from 'next/server.js'
import { expect, expectTypeOf, it } from 'vitest'
import { createWebhookHandler, type WebhookEvent } from '../src/index.js'

interface Context {
  params: Promise<object>
}
const context: Context = { params: Promise.resolve({}) }

describeWebhookEndpoint("Next's App Router", {
  serve: (options) => {
    const { POST } = createWebhookHandler(options)
    return { send: (request) => POST(new NextRequest(request), context) }
  },
  cookieOf: (request: NextRequest) => request.headers.get('cookie'),
  lacks: ['every-method'],
})

it('says at once that something else has read the body', async () => {
  const errors: unknown[] = []
  const { POST } = createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: () => undefined,
    onError: (error) => errors.push(error),
  })
  const request = new NextRequest('http://app.example/', { method: 'POST', body: '{}' })
  await request.json()

  expect((await POST(request, context)).status).toBe(500)
  expect(String(errors[0])).toMatch(/request\.clone\(\)/)
})

it("types onEvent with the framework's own arguments", () => {
  createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[event: WebhookEvent, request: NextRequest, context: Context]>()
    },
  })
})
