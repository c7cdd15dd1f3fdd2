import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTokenEndpoint, createWebhookEndpoint } from '../../src/adapter/index.js'

afterEach(() => {
  vi.restoreAllMocks()
})

const request = { method: 'POST', header: () => undefined }

describe('an endpoint without onError', () => {
  it('writes the error of a token request to the console', async () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const lost = new Error('the vault is sealed')
    const endpoint = createTokenEndpoint({
      publicKey: 'demopublickey',
      secretKey: () => Promise.reject(lost),
      authorize: 'anyone',
    })

    expect((await endpoint(request)).status).toBe(500)

    expect(written).toHaveBeenCalledExactlyOnceWith(expect.any(String), lost)
  })

  it('writes the error of a webhook to the console, but nothing about a refused webhook', async () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const lost = new Error('the vault is sealed')
    const unsigned = { ...request, body: () => '{}' }
    const webhook = { ...unsigned, header: () => `v1=${'0'.repeat(64)}` }
    const onEvent = () => undefined

    expect((await createWebhookEndpoint({ signingSecret: 'secret', onEvent })(unsigned)).status).toBe(401)
    expect(written).not.toHaveBeenCalled()

    const failing = createWebhookEndpoint({ signingSecret: () => Promise.reject(lost), onEvent })
    expect((await failing(webhook)).status).toBe(500)
    expect(written).toHaveBeenCalledExactlyOnceWith(expect.any(String), lost)
  })

  it('writes nothing to the console about a refused request', async () => {
    const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const endpoint = createTokenEndpoint({
      publicKey: 'demopublickey',
      secretKey: 'demosecretkey',
      authorize: () => null,
    })

    expect((await endpoint(request)).status).toBe(401)

    expect(written).not.toHaveBeenCalled()
  })
})
