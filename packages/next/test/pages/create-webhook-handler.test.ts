import { describeWebhookEndpoint } from '@secure-uploading/contract'
import type { NextApiRequest, NextApiResponse } from 'next'
import { expect, expectTypeOf, it } from 'vitest'
import type { WebhookEvent } from '../../src/index.js'
import { createWebhookHandler } from '../../src/pages/index.js'
import { framework } from './pages-router-framework.js'
import { serveApiRoute } from './serve-api-route.js'

describeWebhookEndpoint("Next's Pages Router", {
  ...framework,
  serve: (options) =>
    serveApiRoute({ default: createWebhookHandler(options), config: { api: { bodyParser: false } } }),
})

it.each(['{"a":1}', '"text"', '"\\u00e9"', '7'])(
  'answers 500 after Next parsed the body %s, and passes advice to onError',
  async (body) => {
    const errors: unknown[] = []
    const handler = createWebhookHandler({
      signingSecret: 'signing secret',
      onEvent: () => undefined,
      onError: (error) => errors.push(error),
    })
    const served = await serveApiRoute({ default: handler })
    const headers = { 'content-type': 'application/json', 'x-uc-signature': `v1=${'0'.repeat(64)}` }

    const request = new Request('http://app.example/', { method: 'POST', headers, body })
    const answer = await served.send(request)
    await served.close?.()

    expect(answer.status).toBe(500)
    expect(String(errors[0])).toContain('export const config = { api: { bodyParser: false } }')
  },
)

it('types onEvent with the arguments of the framework', () => {
  createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: (...args) => {
      expectTypeOf(args).toEqualTypeOf<
        [event: WebhookEvent, request: NextApiRequest, response: NextApiResponse]
      >()
    },
  })
})
