import { generateWebhookSignature } from '@secure-uploading/core'
import { afterEach, expect, it, vi } from 'vitest'
import { createWebhookEndpoint } from '../../src/index.js'

afterEach(() => {
  vi.restoreAllMocks()
})

it('does not begin to read a body that says that it is too large', async () => {
  const errors: unknown[] = []
  const endpoint = createWebhookEndpoint({
    signingSecret: 'signing secret',
    onEvent: () => undefined,
    onError: (error) => errors.push(error),
  })
  const body = (): never => {
    throw new Error('the body was read')
  }
  const ask = (length: string) =>
    endpoint({ method: 'POST', header: (name) => (name === 'content-length' ? length : undefined), body })

  expect((await ask('1048577')).status).toBe(413)
  expect(errors).toEqual([])
  expect((await ask('1048576')).status).toBe(500)
})

it('looks for what is wrong with a signature only when there is an onDeny to hear it', async () => {
  const hmac = vi.spyOn(crypto.subtle, 'sign')
  const request = {
    method: 'POST',
    header: (name: string) => (name === 'x-uc-signature' ? `v1=${'0'.repeat(64)}` : undefined),
    body: () => '{}',
  }
  const options = { signingSecret: 'signing secret', onEvent: () => undefined }

  expect((await createWebhookEndpoint(options)(request)).status).toBe(401)
  expect(hmac).toHaveBeenCalledTimes(1)

  const hints: unknown[] = []
  await createWebhookEndpoint({ ...options, onDeny: ({ hint }) => hints.push(hint) })(request)
  expect(hmac.mock.calls.length).toBeGreaterThan(2)
  expect(hints).toEqual([expect.stringContaining('Compare the signing secret')])
})

it('tells first that a method is wrong, however large the body is', async () => {
  const endpoint = createWebhookEndpoint({ signingSecret: 'signing secret', onEvent: () => undefined })
  const header = (name: string) => (name === 'content-length' ? '1048577' : undefined)
  expect((await endpoint({ method: 'PUT', header, body: () => '' })).status).toBe(405)
})

it('refuses bytes that are no UTF-8 with 400, although they are signed', async () => {
  const body = Buffer.from('{"hook":{"event":"file.uploaded"},"name":"\u00e9"}', 'latin1')
  const signature = await generateWebhookSignature('signing secret', body)
  const endpoint = createWebhookEndpoint({ signingSecret: 'signing secret', onEvent: () => undefined })
  const header = (name: string) => (name === 'x-uc-signature' ? signature : undefined)
  expect((await endpoint({ method: 'POST', header, body: () => body })).status).toBe(400)
})
