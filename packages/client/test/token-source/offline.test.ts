import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
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

  it('has a signature resolver that rejects with the original error after five minutes', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
    endpoint.answers = [lost]
    let caught: unknown
    void source.signatureResolver().catch((error: unknown) => (caught = error))
    await clock.advance(299_999)
    expect(caught).toBeUndefined()
    await clock.advance(1)
    expect(caught).toMatchObject({ code: 'ERR_ENDPOINT_UNREACHABLE' })
  })
})
