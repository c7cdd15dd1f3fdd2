import { fileURLToPath } from 'node:url'
import { describeWebhookEndpoint } from '@secure-uploading/contract'
import { describeWebhookEndpointInEdgeRuntime } from '@secure-uploading/contract/edge'
import { NextRequest } from 'next/server.js'
import { expect, expectTypeOf, it } from 'vitest'
import { createWebhookHandler, type WebhookEvent } from '../src/index.js'
import { adapter } from './webhook-app-router-adapter.js'

interface Context {
  params: Promise<object>
}
const context: Context = { params: Promise.resolve({}) }

describeWebhookEndpoint("Next's App Router", adapter)

describeWebhookEndpointInEdgeRuntime(
  "Next's App Router at the edge",
  fileURLToPath(new URL('webhook-app-router-adapter.ts', import.meta.url)),
  // Next's bundler defines these names for Next's request class. Our code uses neither.
  { ...adapter, define: { __dirname: '"/"', 'process.env': '{}' } },
)

it('answers 500 after the body was read, and passes advice to onError', async () => {
  const errors: unknown[] = []
  const { POST } = createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: () => undefined,
    onError: (error) => errors.push(error),
  })
  const headers = { 'x-uc-signature': `v1=${'0'.repeat(64)}` }
  const request = new NextRequest('http://app.example/', { method: 'POST', headers, body: '{}' })
  await request.json()

  expect((await POST(request, context)).status).toBe(500)
  expect(String(errors[0])).toMatch(/request\.clone\(\)/)
})

it('types onEvent with the arguments of the framework', () => {
  createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[event: WebhookEvent, request: NextRequest, context: Context]>()
    },
  })
})
