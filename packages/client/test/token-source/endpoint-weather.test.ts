import { http, HttpResponse, delay } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import type { TokenEvent } from '../../src/token-source/token-event.js'
import type { TokenSourceOptions } from '../../src/token-source/token-source-options.js'
import { settlePromises } from '../fake-clock.js'
import { numberOf, setUpTokenSource } from './set-up-token-source.js'

const ENDPOINT = 'https://app.example/api/upload-token'
const token = {
  publicKey: 'demopublickey',
  secureSignature: 'a'.repeat(64),
  secureExpire: '1700000060',
  expiresIn: 60,
}

const server = setupServer()
beforeAll(() => {
  server.listen({ onUnhandledRequest: 'error' })
})
afterEach(() => {
  server.resetHandlers()
})
afterAll(() => {
  server.close()
})

/** Makes the endpoint answer in this order, and repeat the last answer. */
function answer(...responses: (() => Response | Promise<Response>)[]): Request[] {
  const requests: Request[] = []
  server.use(
    http.post(ENDPOINT, ({ request }) => {
      requests.push(request)
      return responses[Math.min(requests.length, responses.length) - 1]?.()
    }),
  )
  return requests
}

function setUp(options: Partial<TokenSourceOptions> = {}) {
  const waitsMs: number[] = []
  const source = createTokenSource({
    endpoint: ENDPOINT,
    random: () => 1,
    // Retries do not wait, and requests keep their deadline.
    clock: {
      setTimeout: (callback, delayMs) => setTimeout(callback, delayMs === TIMEOUT_MS ? delayMs : 0),
    },
    timeoutMs: TIMEOUT_MS,
    onEvent: (event: TokenEvent) => event.type === 'retried' && waitsMs.push(event.delayMs),
    ...options,
  })
  return { source, waitsMs, failure: () => source.getToken().then(fail, (error: unknown) => error) }
}

const TIMEOUT_MS = 20_000
const fail = (): never => expect.fail('Expected no token')
const issue = (): Response => HttpResponse.json(token)

describe('a token request', () => {
  it('calls the headers function for each attempt', async () => {
    const requests = answer(() => new HttpResponse(null, { status: 503 }), issue)
    let calls = 0
    const { source } = setUp({ headers: () => Promise.resolve({ authorization: `Bearer ${++calls}` }) })
    await source.getToken()
    expect(requests.map(({ headers }) => headers.get('authorization'))).toEqual(['Bearer 1', 'Bearer 2'])
  })

  it('sends the headers of the last update() when it is repeated', async () => {
    const { clock, endpoint, source } = setUpTokenSource({}, { headers: { 'x-session': 'old' } })
    endpoint.answers = [() => new Response(null, { status: 503 })]
    const token = source.getToken()
    await settlePromises()
    source.update({ headers: { 'x-session': 'new' } })
    await clock.advance(500)
    await token
    expect(endpoint.requests.map(({ headers }) => headers.get('x-session'))).toEqual(['old', 'new'])
  })

  it('is not sent when the headers function rejects, and rejects with its error', async () => {
    const error = new Error('no session')
    const headers = vi.fn(() => Promise.reject(error))
    const { endpoint, source } = setUpTokenSource({}, { headers })
    await expect(source.getToken()).rejects.toBe(error)
    expect(headers).toHaveBeenCalledOnce()
    expect(endpoint.requests).toEqual([])
  })

  it.each([
    { authorization: 'Bearer secret-value\n2' },
    { 'a b': 'secret-value' },
    { a: 'secret-value ü€' },
    null,
  ])('is not sent with the headers %j, which the error does not quote', async (headers) => {
    const { endpoint, source } = setUpTokenSource({}, { headers: () => headers as never })
    const error: unknown = await source.getToken().catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expect(error).not.toHaveProperty('cause')
    expect(String(error)).toContain('"headers" must contain names and values of HTTP headers')
    expect(endpoint.requests).toEqual([])
  })

  it('sends fixed headers, and keeps the Accept header of the caller', async () => {
    const requests = answer(issue)
    await setUp({ headers: { accept: 'application/vnd.app+json', 'x-app': '7' } }).source.getToken()
    expect(requests[0]?.headers.get('accept')).toBe('application/vnd.app+json')
    expect(requests[0]?.headers.get('x-app')).toBe('7')
  })

  it('sends cookies to another origin with credentials: include', async () => {
    const requests = answer(issue)
    await setUp({ credentials: 'include' }).source.getToken()
    expect(requests[0]?.credentials).toBe('include')
  })
})

describe('a token endpoint that is briefly unavailable', () => {
  it.each([
    ['a lost connection', () => HttpResponse.error()],
    ['a 500', () => new HttpResponse('<h1>Oops</h1>', { status: 500 })],
    ['a 503 of a gateway', () => new HttpResponse(null, { status: 503 })],
    ['a 429', () => HttpResponse.json({ error: { code: 'ERR_RATE_LIMITED' } }, { status: 429 })],
  ])('is requested again with increasing delays after %s', async (_, response) => {
    answer(response, response, response, issue)
    const { source, waitsMs } = setUp()
    await expect(source.getToken()).resolves.toMatchObject({ publicKey: 'demopublickey' })
    expect(waitsMs).toEqual([500, 1000, 2000])
  })

  it('receives at most six requests', async () => {
    const requests = answer(() => new HttpResponse(null, { status: 502 }))
    const error = await setUp().failure()
    expect(error).toMatchObject({ code: 'ERR_INTERNAL', status: 502, retryable: true })
    expect(String(error)).toMatch(/502\. .*its log/)
    expect(requests).toHaveLength(6)
  })

  it('has its Retry-After honored, in seconds or as a date by its own clock', async () => {
    const dates = { 'retry-after': 'Tue, 14 Nov 2023 22:13:27 GMT', date: 'Tue, 14 Nov 2023 22:13:20 GMT' }
    answer(
      () => new HttpResponse(null, { status: 429, headers: { 'retry-after': '3' } }),
      () => new HttpResponse(null, { status: 503, headers: dates }),
      () => new HttpResponse(null, { status: 503, headers: { 'retry-after': 'soon' } }),
      issue,
    )
    const { source, waitsMs } = setUp()
    await source.getToken()
    expect(waitsMs).toEqual([3000, 7000, 2000])
  })

  it('is requested again after the backoff when Retry-After is 0', async () => {
    answer(() => new HttpResponse(null, { status: 503, headers: { 'retry-after': '0' } }))
    const { failure, waitsMs } = setUp()
    await failure()
    expect(waitsMs).toEqual([500, 1000, 2000, 4000, 8000])
  })

  it('rejects immediately when Retry-After is an hour, with the delay in the error', async () => {
    const requests = answer(() => new HttpResponse(null, { status: 429, headers: { 'retry-after': '3600' } }))
    const error = await setUp().failure()
    expect(error).toMatchObject({
      code: 'ERR_RATE_LIMITED',
      retryAfterMs: 3_600_000,
      data: { retryAfterMs: 3_600_000 },
    })
    expect(String(error)).toContain('Try again later')
    expect(requests).toHaveLength(1)
  })

  it('receives no request before Retry-After has passed, except after clear()', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
    const busy = (): Response => new Response(null, { status: 429, headers: { 'retry-after': '3600' } })
    endpoint.answers = [busy, busy]
    for (const _ of [1, 2, 3])
      await expect(source.getToken()).rejects.toMatchObject({ code: 'ERR_RATE_LIMITED' })
    expect(endpoint.requests).toHaveLength(1)
    await clock.advance(3_599_999)
    await expect(source.getToken()).rejects.toThrow()
    await clock.advance(1)
    await expect(source.getToken()).rejects.toThrow()
    expect(endpoint.requests).toHaveLength(2)
    source.clear()
    await expect(source.getToken()).resolves.toBeDefined()
  })

  it('delays no caller while the old token is valid', async () => {
    const { clock, endpoint, source } = setUpTokenSource({ expiresIn: 1800 })
    const old = await source.getToken()
    await clock.advance(1_775_000)
    endpoint.answers = Array.from({ length: 3 }, () => () => new Response(null, { status: 503 }))
    // After the first failure, and not after the last.
    expect(await source.getToken()).toBe(old)
    expect(await source.getToken()).toBe(old)
    await clock.advance(3500)
    expect(numberOf(await source.getToken())).toBe(5)
    expect(endpoint.requests).toHaveLength(5)
  })

  it('delays callers whose old token expires meanwhile', async () => {
    const { clock, endpoint, source } = setUpTokenSource({ expiresIn: 1800 })
    await source.getToken()
    await clock.advance(1_799_900)
    endpoint.answers = [() => new Promise<Response>(() => undefined)]
    const token = source.getToken()
    await clock.advance(10_500)
    expect(numberOf(await token)).toBe(3)
  })

  it('is requested again after a Retry-After of a minute', async () => {
    answer(() => new HttpResponse(null, { status: 429, headers: { 'retry-after': '60' } }), issue)
    const { source, waitsMs } = setUp()
    await source.getToken()
    expect(waitsMs).toEqual([60_000])
  })

  it('is requested again after a random share of the backoff', async () => {
    answer(() => HttpResponse.error(), issue)
    const { source, waitsMs } = setUp({ random: () => 0 })
    await source.getToken()
    expect(waitsMs).toEqual([250])
  })

  it('rejects with ERR_ENDPOINT_TIMEOUT when it never answers', async () => {
    answer(async () => {
      await delay('infinite')
      return issue()
    })
    const { failure } = setUp({ timeoutMs: 20, maxRetries: 1, clock: {} })
    expect(await failure()).toMatchObject({
      code: 'ERR_ENDPOINT_TIMEOUT',
      retryable: true,
      message: expect.stringContaining('20 ms') as unknown,
    })
  })

  it('rejects with ERR_ENDPOINT_TIMEOUT when fetchToken rejects on abort', async () => {
    const fetchToken = ({ signal }: { signal: AbortSignal }): Promise<never> =>
      new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('aborted'))
        })
      })
    const source = createTokenSource({ fetchToken, timeoutMs: 20, maxRetries: 0 })
    await expect(source.getToken()).rejects.toMatchObject({ code: 'ERR_ENDPOINT_TIMEOUT' })
  })

  it('reports the cause of a lost connection', async () => {
    answer(() => HttpResponse.error())
    expect(await setUp().failure()).toMatchObject({
      code: 'ERR_ENDPOINT_UNREACHABLE',
      retryable: true,
      cause: { name: 'TypeError' },
      message: expect.stringMatching(/network.*address.*CORS/) as unknown,
    })
  })

  it('names the address of the endpoint without its query when the connection is lost', async () => {
    answer(() => HttpResponse.error())
    expect(String(await setUp({ endpoint: `${ENDPOINT}?key=secret` }).failure())).toContain(
      `Could not reach the token endpoint ${ENDPOINT}. Check`,
    )
    const fetchToken = (): Promise<never> => Promise.reject(new Error('Offline'))
    const failure = setUp({ endpoint: undefined, fetchToken }).failure()
    expect(String(await failure)).toContain('Could not reach the token endpoint. Check')
  })
})

describe('a token endpoint that refuses', () => {
  it.each([
    [401, 'ERR_UNAUTHENTICATED', 'Sign in'],
    [403, 'ERR_FORBIDDEN', 'authorize'],
    [404, 'ERR_ENDPOINT_RESPONSE', 'address'],
    [405, 'ERR_METHOD_NOT_ALLOWED', 'address'],
  ])('rejects after one request for status %i with %s', async (status, code, advice) => {
    const requests = answer(() =>
      HttpResponse.json({ error: { code, message: 'Message of the backend.' } }, { status }),
    )
    const error = await setUp().failure()
    expect(error).toMatchObject({ code, status, retryable: false })
    expect(String(error)).toContain(`answered ${String(status)} (Message of the backend). `)
    expect(String(error)).toContain(advice)
    expect(requests).toHaveLength(1)
  })

  it.each([
    [401, 'Sign in to upload.', 'The token endpoint answered 401 (Sign in to upload).'],
    [
      429,
      'Too many upload tokens were requested. Try again later.',
      'The token endpoint answered 429 (Too many upload tokens were requested. Try again later).',
    ],
  ])('with %i is not followed by the advice that it contains', async (status, text, message) => {
    answer(() => HttpResponse.json({ error: { message: text } }, { status }))
    expect(await setUp({ maxRetries: 0 }).failure()).toMatchObject({ message })
  })

  it('is not quoted when its JSON has no message', async () => {
    answer(() => HttpResponse.json({ error: { message: 403 } }, { status: 403 }))
    expect(await setUp().failure()).toMatchObject({
      message: expect.stringMatching(/answered 403\. /) as unknown,
    })
  })

  it('emits a failed event', async () => {
    answer(
      () => HttpResponse.error(),
      () => HttpResponse.json({}, { status: 401 }),
    )
    const events: TokenEvent[] = []
    const error = await setUp({ onEvent: (event) => events.push(event) }).failure()
    expect(events).toMatchObject([
      { type: 'retried', what: 'token', attempt: 1, error: { code: 'ERR_ENDPOINT_UNREACHABLE' } },
      { type: 'failed', error },
    ])
  })

  it('is requested again for the next caller', async () => {
    answer(() => HttpResponse.json({}, { status: 401 }), issue)
    const { source, failure } = setUp()
    expect(await failure()).toMatchObject({ code: 'ERR_UNAUTHENTICATED' })
    await expect(source.getToken()).resolves.toBeDefined()
  })
})

describe('an error of the token endpoint whose body cannot be read', () => {
  const open = (): ReadableStream => new ReadableStream({ pull: () => new Promise<never>(() => undefined) })
  const cut = (): ReadableStream =>
    new ReadableStream({
      pull(controller) {
        controller.error(new TypeError('terminated'))
      },
    })

  it.each([
    ['has no end', open, 401, 'ERR_UNAUTHENTICATED'],
    ['is cut off', cut, 401, 'ERR_UNAUTHENTICATED'],
    ['is cut off', cut, 404, 'ERR_ENDPOINT_RESPONSE'],
  ])('is final because of its status, when the body %s', async (_, body, status, code) => {
    let requests = 0
    const { failure } = setUp({
      fetch() {
        requests++
        return Promise.resolve(new Response(body(), { status }))
      },
    })
    expect(await failure()).toMatchObject({ code, status })
    expect(requests).toBe(1)
  })

  it('is retried by its status and its Retry-After', async () => {
    const answers = [
      new Response(cut(), { status: 503, headers: { 'retry-after': '3' } }),
      Response.json(token),
    ]
    const { source, waitsMs } = setUp({ fetch: () => Promise.resolve(answers.shift() as Response) })
    await source.getToken()
    expect(waitsMs).toEqual([3000])
  })
})

it('a message of the token endpoint is quoted up to 500 characters', async () => {
  answer(() => HttpResponse.json({ error: { message: 'x'.repeat(60_000) } }, { status: 401 }))
  expect(String(await setUp().failure()).length).toBeLessThan(700)
})

describe('an answer that is not a token', () => {
  const failureAfter = (response: () => Response): Promise<unknown> => {
    answer(response)
    return setUp().failure()
  }

  it('rejects with the address of a redirect to a login page', async () => {
    server.use(http.get('https://app.example/login', () => HttpResponse.html('<form>'.repeat(100))))
    const error = await failureAfter(() => HttpResponse.redirect('https://app.example/login?next=/', 302))
    expect(error).toMatchObject({ code: 'ERR_ENDPOINT_RESPONSE', status: 200, retryable: false })
    expect(String(error)).toMatch(/text\/html.*redirect to https:\/\/app\.example\/login,/)
  })

  it('rejects with the content type of a page', async () => {
    const error = await failureAfter(() => HttpResponse.html('<!doctype html>'))
    expect(error).toMatchObject({ code: 'ERR_ENDPOINT_RESPONSE' })
    expect(String(error)).toMatch(/15 characters of text\/html/)
  })

  it('rejects with the length of an empty answer', async () => {
    const error = await failureAfter(() => new HttpResponse(null, { status: 204 }))
    expect(error).toMatchObject({ code: 'ERR_ENDPOINT_RESPONSE', status: 204 })
    expect(String(error)).toMatch(/0 characters of no type/)
  })

  it('is not read to the end when it is endless', async () => {
    let chunks = 0
    const body = new ReadableStream({
      pull(controller) {
        chunks++
        controller.enqueue(new TextEncoder().encode('x'.repeat(10_000)))
      },
    })
    const { failure } = setUp({ fetch: () => Promise.resolve(new Response(body)) })
    expect(await failure()).toMatchObject({ code: 'ERR_ENDPOINT_RESPONSE' })
    expect(chunks).toBeLessThan(20)
  })

  it.each([
    ['null', 'secureSignature'],
    ['{"secureExpire":"1700000060"}', 'secureSignature'],
    [`{"secureSignature":"${'a'.repeat(64)}"}`, 'secureExpire'],
    [`{"secureSignature":"${'a'.repeat(64)}","secureExpire":1700000060000}`, 'seconds, not milliseconds'],
  ])('rejects %s and names what is wrong', async (body, words) => {
    const error = await failureAfter(() => new HttpResponse(body))
    expect(error).toMatchObject({ code: 'ERR_TOKEN_MALFORMED', retryable: false })
    expect(String(error)).toContain(words)
  })

  it('is not quoted in the error, because it may contain a secret', async () => {
    for (const body of ['<b>secret-value</b>', '{"secureSignature":"secret-value","secureExpire":"x"}']) {
      expect(String(await failureAfter(() => new HttpResponse(body)))).not.toContain('secret-value')
    }
  })
})
