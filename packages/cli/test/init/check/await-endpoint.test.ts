import { describe, expect, it } from 'vitest'
import { awaitEndpoint, type AwaitOptions } from '../../../src/init/check/await-endpoint.js'

const TOKEN = { secureSignature: 'a', secureExpire: '1' }
const VITE = {
  path: '/api/upload-token',
  pageOrigin: 'http://localhost:5173',
  serverOrigin: 'http://localhost:3000',
}
const ONE = { ...VITE, pageOrigin: 'http://localhost:3000' }

/** Runs the wait with a clock that only its pauses advance, and with answers by origin and time. */
async function wait(
  answer: (origin: string, nowMs: number) => Response | undefined,
  options: Partial<AwaitOptions> = {},
): Promise<{ url: string; atMs: number; asked: Set<string> }> {
  let nowMs = 0
  const asked = new Set<string>()
  const url = await awaitEndpoint({
    addresses: ONE,
    occupied: [],
    output: () => '',
    signal: new AbortController().signal,
    fetch: (input) => {
      const { origin } = new URL(input instanceof Request ? input.url : input)
      asked.add(origin)
      const response = answer(origin, nowMs)
      return response ? Promise.resolve(response) : Promise.reject(new TypeError('fetch failed'))
    },
    now: () => nowMs,
    pause: (ms, signal) => {
      nowMs += ms
      signal.throwIfAborted()
      return Promise.resolve()
    },
    ...options,
  })
  return { url: url.href, atMs: nowMs, asked }
}

describe('awaitEndpoint', () => {
  it('waits until the endpoint answers with a token', async () => {
    const { url, atMs } = await wait((_, now) => (now < 2000 ? undefined : Response.json(TOKEN)))

    expect([url, atMs]).toEqual(['http://localhost:3000/api/upload-token', 2000])
  })

  it.each([
    ['an error of a token endpoint', { error: { code: 'ERR_UNAUTHENTICATED' } }, 401],
    ['an error that a missing key causes', { error: { code: 'ERR_INTERNAL' } }, 500],
  ])('accepts %s', async (_name, body, status) => {
    expect((await wait(() => Response.json(body, { status }))).atMs).toBe(0)
  })

  it.each([
    ['a page', new Response('<html>', { status: 200 })],
    ['a proxy without its server', new Response('', { status: 502 })],
    ['another API', Response.json({ error: 'not found' }, { status: 404 })],
  ])('does not accept the answer of %s', async (_name, wrong) => {
    const { atMs } = await wait((_, now) => (now < 500 ? wrong.clone() : Response.json(TOKEN)))

    expect(atMs).toBe(500)
  })

  it('uses the address that the app prints', async () => {
    const output = (): string => 'Port 3000 is in use, using http://localhost:3001'
    const { url } = await wait(
      (origin) => (origin === 'http://localhost:3001' ? Response.json(TOKEN) : undefined),
      { output },
    )

    expect(url).toBe('http://localhost:3001/api/upload-token')
  })

  it('never asks a program that was there before the app', async () => {
    const output = (): string => 'http://127.0.0.1:3000 http://localhost:3001'
    const { url, asked } = await wait(() => Response.json(TOKEN), {
      output,
      occupied: ['http://localhost:3000'],
    })

    expect([url, [...asked]]).toEqual(['http://localhost:3001/api/upload-token', ['http://localhost:3001']])
  })

  it('prefers the page, whose requests pass its proxy, when the server answers first', async () => {
    const { url } = await wait(
      (origin, now) => (origin === VITE.serverOrigin || now >= 3000 ? Response.json(TOKEN) : undefined),
      { addresses: VITE, output: () => 'http://localhost:3000 http://localhost:5173' },
    )

    expect(url).toBe('http://localhost:5173/api/upload-token')
  })

  it('uses the address of the server when the script does not start the page', async () => {
    const { url, atMs } = await wait(
      (origin) => (origin === VITE.serverOrigin ? Response.json(TOKEN) : undefined),
      { addresses: VITE },
    )

    expect([url, atMs]).toEqual(['http://localhost:3000/api/upload-token', 10_000])
  })

  it('ends when its signal is aborted', async () => {
    const controller = new AbortController()
    const waiting = wait(
      (_, now) => {
        if (now >= 1000) controller.abort(new Error('too late'))
        return undefined
      },
      { signal: controller.signal },
    )

    await expect(waiting).rejects.toThrow('too late')
  })
})
