import { generateWebhookSignature } from '@secure-uploading/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createWebhookEndpoint } from '../../src/adapter/index.js'

afterEach(() => {
  vi.restoreAllMocks()
})

describe('createWebhookEndpoint', () => {
  it('refuses a body by its Content-Length without reading it', async () => {
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

  it('computes a hint about a signature only with onDeny', async () => {
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

  it('checks the method before the size of the body', async () => {
    const endpoint = createWebhookEndpoint({ signingSecret: 'signing secret', onEvent: () => undefined })
    const header = (name: string) => (name === 'content-length' ? '1048577' : undefined)
    expect((await endpoint({ method: 'PUT', header, body: () => '' })).status).toBe(405)
  })

  it('answers 400 to a signed body that is not UTF-8', async () => {
    const body = Buffer.from('{"hook":{"event":"file.uploaded"},"name":"\u00e9"}', 'latin1')
    const signature = await generateWebhookSignature('signing secret', body)
    const endpoint = createWebhookEndpoint({ signingSecret: 'signing secret', onEvent: () => undefined })
    const header = (name: string) => (name === 'x-uc-signature' ? signature : undefined)
    expect((await endpoint({ method: 'POST', header, body: () => body })).status).toBe(400)
  })
})
