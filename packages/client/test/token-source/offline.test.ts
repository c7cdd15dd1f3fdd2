import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { SecureUploadClient } from '../../src/client/secure-upload-client.js'
import { numberOf, setUpTokenSource } from './set-up-token-source.js'

const lost = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'))
const device = { onLine: false }
let page: EventTarget

beforeEach(() => {
  device.onLine = false
  page = new EventTarget()
  vi.stubGlobal('navigator', device)
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
})
afterEach(() => vi.unstubAllGlobals())

function goOnline(): void {
  device.onLine = true
  page.dispatchEvent(new Event('online'))
}

describe('a token source on a device that reports that it is offline', () => {
  it('rejects after one attempt without an answer, so that an upload can wait for the network', async () => {
    const { endpoint, source, types } = setUpTokenSource()
    endpoint.answers = [lost]
    await expect(source.getToken()).rejects.toMatchObject({
      code: 'ERR_ENDPOINT_UNREACHABLE',
      retryable: true,
    })
    expect(endpoint.requests).toHaveLength(1)
    expect(types()).toEqual(['failed'])
    goOnline()
    expect(numberOf(await source.getToken())).toBe(2)
  })

  it('repeats its request when the endpoint answers nevertheless', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
    endpoint.answers = [() => new Response(null, { status: 503 })]
    const token = source.getToken()
    await clock.advance(500)
    expect(numberOf(await token)).toBe(2)
  })

  it('has a signature resolver that waits until the device is online', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
    endpoint.answers = [lost]
    let resolved: unknown
    void source.signatureResolver().then((signature) => (resolved = signature))
    await clock.advance(200_000)
    expect([resolved, endpoint.requests.length]).toEqual([undefined, 1])
    goOnline()
    await clock.advance(1)
    expect(resolved).toHaveProperty('secureSignature')
    expect(clock.timers).toBe(0)
  })

  it.each([
    [undefined, 300_000],
    [60_000, 60_000],
  ])(
    'has a signature resolver that with offlineTimeoutMs %j rejects with the original error after %i ms',
    async (offlineTimeoutMs, endsAfterMs) => {
      const { clock, endpoint, source } = setUpTokenSource({}, { offlineTimeoutMs })
      endpoint.answers = [lost]
      let caught: unknown
      void source.signatureResolver().catch((error: unknown) => (caught = error))
      await clock.advance(endsAfterMs - 1)
      expect(caught).toBeUndefined()
      await clock.advance(1)
      expect(caught).toMatchObject({ code: 'ERR_ENDPOINT_UNREACHABLE' })
    },
  )

  it('has a signature resolver that waits for hours with an infinite offlineTimeoutMs', async () => {
    const { clock, endpoint, source } = setUpTokenSource({}, { offlineTimeoutMs: Infinity })
    endpoint.answers = [lost]
    let isSettled = false
    void source.signatureResolver().finally(() => (isSettled = true))
    await clock.advance(3_600_000)
    expect(isSettled).toBe(false)
    goOnline()
    await clock.advance(1)
    expect(isSettled).toBe(true)
  })

  it('has the offlineTimeoutMs of the SecureUploadClient that created it', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(lost)
    const client = new SecureUploadClient({
      tokenEndpoint: 'https://app.example/api/upload-token',
      offlineTimeoutMs: 0,
    })
    await expect(client.tokenSource.signatureResolver()).rejects.toMatchObject({
      code: 'ERR_ENDPOINT_UNREACHABLE',
    })
    expect(fetched).toHaveBeenCalledOnce()
    fetched.mockRestore()
  })
})
