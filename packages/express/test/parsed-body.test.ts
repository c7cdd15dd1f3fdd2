import { serveListener } from '@secure-uploading/contract/node'
import { generateWebhookSignature } from '@secure-uploading/core'
import express, { type Express } from 'express'
import express4 from 'express-4'
import { afterEach, describe, expect, it } from 'vitest'
import { createWebhookHandler, keepRawBody } from '../src/index.js'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** Sends a signed webhook to an app that parses bodies before the handler. */
async function sendTo(
  app: Express,
  body = '{ "hook": { "event": "file.renamed" }, "size": 1.0 }',
): Promise<{ status: number; text: string; events: unknown[]; errors: unknown[] }> {
  const events: unknown[] = []
  const errors: unknown[] = []
  app.all(
    '/webhook',
    createWebhookHandler({
      signingSecret: 'signing secret',
      onEvent: (event) => events.push(event.payload),
      onError: (error) => errors.push(error),
    }),
  )
  const served = await serveListener(app)
  closers.push(() => served.close?.())
  const headers = {
    'content-type': 'application/json',
    'x-uc-signature': await generateWebhookSignature('signing secret', body),
  }
  const answer = await served.send(
    new Request('http://app.example/webhook', { method: 'POST', headers, body }),
  )
  return { status: answer.status, text: await answer.text(), events, errors }
}

describe.each([
  ['Express 5', express],
  ['Express 4', express4],
])('%s', (_name, createApp) => {
  it('answers 500 after express.json(), and passes advice to onError', async () => {
    const { status, text, events, errors } = await sendTo(createApp().use(createApp.json()))

    expect([status, events]).toEqual([500, []])
    expect(text).not.toContain('express.json')
    expect(errors).toHaveLength(1)
    expect((errors[0] as TypeError).message).toMatch(
      /was parsed before the webhook handler received it.*before express\.json\(\).*verify: keepRawBody/,
    )
  })

  it('accepts a webhook after express.json() with keepRawBody', async () => {
    const { status, events } = await sendTo(createApp().use(createApp.json({ verify: keepRawBody })))

    expect([status, events]).toEqual([204, [{ hook: { event: 'file.renamed' }, size: 1 }]])
  })

  it('accepts a webhook after express.text()', async () => {
    const { status } = await sendTo(createApp().use(createApp.text({ type: '*/*' })))

    expect(status).toBe(204)
  })

  it.each(['"text"', '"{\\"hook\\":{\\"event\\":\\"file.renamed\\"}}"', '"\\u00e9"', '7', 'null'])(
    'answers 500 to the JSON text %s after express.json({ strict: false }), and passes advice to onError',
    async (body) => {
      const parser = createApp.json({ strict: false })
      const { status, events, errors } = await sendTo(createApp().use(parser), body)

      expect([status, events]).toEqual([500, []])
      expect((errors[0] as TypeError).message).toMatch(/was parsed before .* verify: keepRawBody/)
    },
  )

  it('accepts a webhook that express.json() did not parse', async () => {
    const { status } = await sendTo(createApp().use(createApp.json({ type: 'application/vnd.api+json' })))

    expect(status).toBe(204)
  })
})
