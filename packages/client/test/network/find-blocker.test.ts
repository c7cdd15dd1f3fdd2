import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeClock, settlePromises } from '../fake-clock.js'

const ADDRESS = 'https://upload.example/base/'
let answerProbe: () => void
let probe: Request | undefined

beforeEach(() => {
  // The module notes what it has seen for the life of the page.
  vi.resetModules()
  probe = undefined
  vi.stubGlobal('location', new URL('https://app.example/'))
  vi.stubGlobal('addEventListener', vi.fn())
  vi.stubGlobal('fetch', (address: string, { signal, method }: RequestInit) => {
    probe = new Request(address, { signal: signal ?? null, method: method ?? 'GET' })
    return new Promise<Response>((resolve, reject) => {
      answerProbe = () => {
        resolve(new Response())
      }
      signal?.addEventListener('abort', () => {
        reject(new Error('aborted'))
      })
    })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** Sends a request that gets no answer, until its origin was probed. */
async function failUntilProbe(signal?: AbortSignal) {
  const { createTokenSource } = await import('../../src/token-source/create-token-source.js')
  const { contextOf } = await import('../../src/requests/context-of.js')
  const { request } = await import('../../src/requests/request.js')
  const { ConnectionError } = await import('../../src/requests/answer-error.js')
  const clock = createFakeClock()
  const source = createTokenSource({ fetchToken: () => Promise.resolve(null), clock })
  let attempts = 0
  const result = request(contextOf(source, undefined), {
    name: 'base',
    options: signal ? { signal } : {},
    address: ADDRESS,
    send() {
      attempts++
      return Promise.reject(new ConnectionError(undefined))
    },
  })
  result.catch(() => undefined)
  await clock.advance(10_000)
  return { clock, result, attempts: () => attempts }
}

describe('the third request in succession without an answer in a page', () => {
  it('is followed by no other one while its origin is probed, however fast the clock of the client is', async () => {
    const { clock, result, attempts } = await failUntilProbe()
    expect([attempts(), probe?.method, probe?.url]).toEqual([3, 'HEAD', 'https://upload.example/'])
    await clock.advance(3_600_000)
    expect(attempts()).toBe(3)
    answerProbe()
    await expect(result).rejects.toMatchObject({ code: 'ERR_UPLOAD_BLOCKED' })
    expect(attempts()).toBe(3)
  })

  it('is canceled while its origin is probed when the signal aborts', async () => {
    const controller = new AbortController()
    const { result, attempts } = await failUntilProbe(controller.signal)
    controller.abort()
    await expect(result).rejects.toMatchObject({ name: 'CancelError' })
    expect(probe?.signal.aborted).toBe(true)
    await settlePromises()
    expect(attempts()).toBe(3)
  })
})
