import { generateWebhookSignature } from '@secure-uploading/core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createWebhookEndpoint } from '../../src/adapter/index.js'

afterEach(() => {
  vi.restoreAllMocks()
})

const FORGED = { 'x-uc-signature': `v1=${'0'.repeat(64)}` }

const headerOf = (headers: Record<string, string>) => (name: string) => headers[name]

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
    const send = (length: string) =>
      endpoint({ method: 'POST', header: headerOf({ ...FORGED, 'content-length': length }), body })

    expect((await send('1048577')).status).toBe(413)
    expect(errors).toEqual([])
    expect((await send('1048576')).status).toBe(500)
  })

  it('computes a hint about a signature only with onDeny', async () => {
    const hmac = vi.spyOn(crypto.subtle, 'sign')
    const request = {
      method: 'POST',
      header: headerOf(FORGED),
      body: () => '{}',
    }
    const options = { signingSecret: 'signing secret', onEvent: () => undefined }

    expect((await createWebhookEndpoint(options)(request)).status).toBe(401)
    expect(hmac).toHaveBeenCalledTimes(1)

    const hints: unknown[] = []
    await createWebhookEndpoint({ ...options, onDeny: ({ hint }) => hints.push(hint) })(request)
    expect(hmac.mock.calls.length).toBeGreaterThan(1)
    expect(hints).toEqual([expect.stringContaining('Compare the signing secret')])
  })

  it('computes at most twice the HMACs of a plain check for a hint', async () => {
    const hmac = vi.spyOn(crypto.subtle, 'sign')
    const request = { method: 'POST', header: headerOf(FORGED), body: () => '{}' }
    const endpoint = createWebhookEndpoint({
      signingSecret: ['one', 'two', 'three'],
      onEvent: () => undefined,
      onDeny: () => undefined,
    })
    await endpoint(request)
    expect(hmac.mock.calls.length).toBeLessThanOrEqual(6)
  })

  it.each([
    ['missing', {}],
    ['malformed', { 'x-uc-signature': 'v1=00' }],
    ['ambiguous', { 'x-uc-signature': `v1=${'0'.repeat(64)}, v1=${'1'.repeat(64)}` }],
  ])('reads neither the secret nor the body when the signature is %s', async (_what, headers) => {
    const read = vi.fn<() => string>()
    const endpoint = createWebhookEndpoint({ signingSecret: read, onEvent: read })
    const large = { ...headers, 'content-length': '99999999' }
    for (const given of [headers, large]) {
      expect((await endpoint({ method: 'POST', header: headerOf(given), body: read })).status).toBe(401)
    }
    expect(read).not.toHaveBeenCalled()
  })

  it('denies a body whose connection ends, without an error of the app', async () => {
    async function* body(): AsyncGenerator<string> {
      yield '{'
      throw new Error('aborted')
    }
    const calls: unknown[] = []
    const endpoint = createWebhookEndpoint({
      signingSecret: 'signing secret',
      onEvent: () => calls.push('onEvent'),
      onError: () => calls.push('onError'),
      onDeny: ({ reason }) => calls.push(reason),
    })
    expect((await endpoint({ method: 'POST', header: headerOf(FORGED), body })).status).toBe(400)
    expect(calls).toEqual(['body-incomplete'])
  })

  it('answers 500 with the advice of an adapter when body rejects', async () => {
    const errors: unknown[] = []
    const advice = new TypeError('Read it later.')
    const endpoint = createWebhookEndpoint({
      signingSecret: 'signing secret',
      onEvent: () => undefined,
      onError: (error) => errors.push(error),
    })
    const body = () => Promise.reject<never>(advice)
    expect((await endpoint({ method: 'POST', header: headerOf(FORGED), body })).status).toBe(500)
    expect(errors).toEqual([advice])
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
