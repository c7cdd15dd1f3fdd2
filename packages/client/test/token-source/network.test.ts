import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTokenSource, type TokenSource, type TokenSourceOptions } from '../../src/token-source/index.js'
import type { TokenEvent } from '../../src/token-source/token-event.js'
import { ACCEPTED, NETWORK_RETRIED } from '../gateway/network-rows.js'
import { RAW } from '../gateway/raw-answers.js'
import { startGateway, type Gateway, type GatewayAnswer } from '../gateway/start-gateway.js'

const PATH = 'api/upload-token'
const TOKEN = {
  publicKey: 'demopublickey',
  secureSignature: 'a'.repeat(64),
  secureExpire: '4102444800',
  expiresIn: 60,
}
const TIMEOUT_MS = 60_000
let gateway: Gateway
let waits: number[]
let backend: Gateway

beforeEach(async () => {
  waits = []
  backend = await startGateway('http://127.0.0.1')
  backend.intercept = () => ({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(TOKEN),
  })
  gateway = await startGateway(backend.url)
})
afterEach(async () => {
  await gateway.close()
  await backend.close()
})

/** Creates a source whose retries do not wait. */
function createSource(options: TokenSourceOptions = {}): TokenSource {
  return createTokenSource({
    endpoint: `${gateway.url}/${PATH}`,
    timeoutMs: TIMEOUT_MS,
    clock: {
      setTimeout: (callback, delayMs) => setTimeout(callback, delayMs < TIMEOUT_MS ? 0 : delayMs),
    },
    onEvent: (event: TokenEvent) => event.type === 'retried' && waits.push(event.delayMs),
    ...options,
  })
}
const failure = (source = createSource()): Promise<unknown> =>
  source.getToken().then(
    () => undefined,
    (error: unknown) => error,
  )

describe('a token request in Node', () => {
  it.each(NETWORK_RETRIED.filter(([, , { apiOnly }]) => !apiOnly))(
    'that is answered once with %s, is repeated',
    async (_, answer, { delayMs }) => {
      gateway.answerNext(PATH, answer)
      await createSource().getToken()
      expect(gateway.count(PATH)).toBe(2)
      expect(waits).toHaveLength(1)
      if (delayMs !== undefined) expect(waits).toEqual([delayMs])
    },
  )

  // undici refuses 100 Continue without a request for it (nodejs/undici#197).
  it.each(ACCEPTED.filter(([, { prefix }]) => !prefix?.includes(' 100 ')))(
    'that is answered with %s, succeeds without a retry',
    async (_, answer) => {
      gateway.answerNext(PATH, { status: 0, isForwarded: true, ...answer })
      await expect(createSource().getToken()).resolves.toMatchObject({ publicKey: 'demopublickey' })
      expect(waits).toEqual([])
    },
  )

  it.each<[string, GatewayAnswer, RegExp]>([
    ['a gzipped 403', RAW.gzip(403, 'application/json', '{"error":{"message":"Banned"}}'), /403 \(Banned\)/],
    ['a 413 before the body was read', RAW.early(413), /413/],
    ['a 401 before the body was read', RAW.early(401), /401\. Sign in/],
    ['a 204', { status: 204 }, /204.*0 characters/],
    ['a 304', { status: 304 }, /304/],
    ['a 302 without a target', { status: 302 }, /302/],
    ['an empty 200', { status: 200 }, /0 characters/],
    ['null', { status: 200, body: 'null' }, /secureSignature/],
    ['a list', { status: 200, body: '[]' }, /secureSignature/],
    ['a text', { status: 200, body: '"text"' }, /secureSignature/],
    ['a number', { status: 200, body: '7' }, /secureSignature/],
    ['JSON that ends early', { status: 200, body: '{"secureSignature":"' }, /not with JSON/],
    ['JSON in UTF-16', RAW.utf16(JSON.stringify(TOKEN)), /not with JSON/],
    ['a body without an end', RAW.endlessBody, /not with JSON/],
  ])('that is answered with %s, fails after one attempt', async (_, answer, message) => {
    gateway.answerNext(PATH, answer, Infinity)
    expect(await failure()).toMatchObject({
      retryable: false,
      message: expect.stringMatching(message) as unknown,
    })
    expect(gateway.count(PATH)).toBe(1)
  })

  it('reads a Retry-After as a date by its own clock when the answer has no Date', async () => {
    const nowMs = Date.UTC(2026, 0, 1)
    const body =
      'HTTP/1.1 503 Busy\r\nretry-after: Thu, 01 Jan 2026 00:00:07 GMT\r\ncontent-length: 0\r\n\r\n'
    gateway.answerNext(PATH, { status: 503, write: (socket) => socket.end(body) })
    await createSource({
      clock: {
        wallMs: () => nowMs,
        setTimeout: (callback, delayMs) => setTimeout(callback, delayMs < TIMEOUT_MS ? 0 : delayMs),
      },
    }).getToken()
    expect(waits).toEqual([7000])
  })

  it.each<[string, GatewayAnswer]>([
    ['no answer', RAW.silence],
    ['headers and then nothing', RAW.silenceAfterHeaders],
  ])('that gets %s, ends after timeoutMs for each attempt', async (_, answer) => {
    const deadlines = new Set<() => void>()
    const write: GatewayAnswer['write'] = (socket, request) => {
      answer.write?.(socket, request)
      for (const end of deadlines) end()
    }
    gateway.answerNext(PATH, { ...answer, write }, Infinity)
    const source = createSource({
      maxRetries: 2,
      clock: {
        setTimeout(callback, delayMs) {
          if (delayMs < TIMEOUT_MS) return setTimeout(callback, 0)
          deadlines.add(callback)
          return callback
        },
        clearTimeout: (timer) => {
          deadlines.delete(timer as () => void)
        },
      },
    })
    expect(await failure(source)).toMatchObject({ code: 'ERR_ENDPOINT_TIMEOUT' })
    expect(gateway.count(PATH)).toBe(3)
  })
})
