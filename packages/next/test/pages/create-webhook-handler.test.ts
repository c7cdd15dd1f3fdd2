import { describeWebhookEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import type { NextApiHandler, NextApiRequest, NextApiResponse } from 'next'
import { apiResolver } from 'next/dist/server/api-utils/node/api-resolver.js'
import { expect, expectTypeOf, it } from 'vitest'
import type { WebhookEvent } from '../../src/index.js'
import { createWebhookHandler } from '../../src/pages/index.js'

const previews = { previewModeId: 'id', previewModeEncryptionKey: 'key', previewModeSigningKey: 'key' }

/** Serves a file of `pages/api` as Next does. */
function servePage(module: { default: NextApiHandler; config?: object }) {
  return serveListener((request, response) => {
    void apiResolver(request, response, {}, module, { ...previews, dev: false }, false)
  })
}

describeWebhookEndpoint("Next's Pages Router", {
  serve: (options) =>
    servePage({ default: createWebhookHandler(options), config: { api: { bodyParser: false } } }),
  cookieOf: (request: NextApiRequest) => request.headers.cookie,
})

it('says at once that Next has parsed the body, and what to export', async () => {
  const errors: unknown[] = []
  const handler = createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: () => undefined,
    onError: (error) => errors.push(error),
  })
  const served = await servePage({ default: handler })
  const headers = { 'content-type': 'application/json' }

  const answer = await served.send(
    new Request('http://app.example/', { method: 'POST', headers, body: '{"a":1}' }),
  )
  await served.close?.()

  expect(answer.status).toBe(500)
  expect(String(errors[0])).toContain('export const config = { api: { bodyParser: false } }')
})

it("types onEvent with the framework's own arguments", () => {
  createWebhookHandler({
    signingSecret: 'signing secret',
    onEvent: (...args) => {
      expectTypeOf(args).toEqualTypeOf<
        [event: WebhookEvent, request: NextApiRequest, response: NextApiResponse]
      >()
    },
  })
})
