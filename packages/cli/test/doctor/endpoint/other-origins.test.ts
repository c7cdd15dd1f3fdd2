import type { Request, RequestHandler } from 'express'
import { describe, expect, it } from 'vitest'
import type { Level } from '../../../src/doctor/finding.js'
import { carelessEndpoint, hasCookie } from '../careless-endpoint.js'
import { findAll } from './find-all.js'

/** Adds CORS headers for the allowed origins to a correct endpoint. */
function withCors(
  isAllowed: (origin: string, request: Request) => boolean,
  headers: Record<string, string> = { 'Access-Control-Allow-Credentials': 'true' },
): RequestHandler {
  const endpoint = carelessEndpoint({ isAllowed: hasCookie })
  return (request, response, next) => {
    const origin = request.get('origin') ?? ''
    if (isAllowed(origin, request)) response.set({ 'Access-Control-Allow-Origin': origin, ...headers })
    return endpoint(request, response, next)
  }
}

describe('the doctor, for CORS,', () => {
  it.each<[string, RequestHandler, Level, string]>([
    ['reflects every origin, with credentials', withCors(() => true), 'failure', 'lets any origin read'],
    ['reflects every origin', withCors(() => true, {}), 'warning', 'lets any origin read'],
    ['is "*"', withCors(() => true, { 'Access-Control-Allow-Origin': '*' }), 'warning', 'Allow-Origin: *'],
    ['allows "null"', withCors((origin) => origin === 'null'), 'failure', 'sandboxed frame'],
    [
      'compares by prefix',
      withCors((origin) => origin.startsWith('http://127.0.0.1')),
      'failure',
      'starts like',
    ],
    [
      'compares by suffix',
      withCors((origin, { headers }) => origin.endsWith(headers.host ?? '')),
      'failure',
      'ends like',
    ],
    [
      'allows every preflight',
      withCors((_origin, { method }) => method === 'OPTIONS'),
      'warning',
      'any origin',
    ],
  ])('reports CORS that %s', async (_name, endpoint, level, message) => {
    const { cors } = await findAll(endpoint, {}, ['cors'])
    expect(cors).toMatchObject({ level, message: expect.stringContaining(message) as unknown })
  })
})

describe('the doctor, for CORS only on tokens,', () => {
  /** Reflects every origin, with credentials, but only on responses with a token. */
  const reflecting: RequestHandler = (request, response, next) => {
    const { origin = '', cookie } = request.headers
    if (cookie !== undefined) {
      response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' })
    }
    return carelessEndpoint({ isAllowed: hasCookie })(request, response, next)
  }

  it('reports it with a session', async () => {
    const { cors } = await findAll(reflecting, {}, ['cors'])
    expect(cors).toMatchObject({ level: 'failure' })
  })

  it('skips the check if its own page was rejected, too', async () => {
    const { cors } = await findAll(reflecting, { credentials: {} }, ['cors'])
    expect(cors).toMatchObject({
      level: 'unchecked',
      message: expect.stringContaining('its own page was rejected') as unknown,
    })
  })

  it('skips the check after a rate limit', async () => {
    let count = 0
    const limited: RequestHandler = (request, response, next) =>
      ++count > 1 ? void response.sendStatus(429) : reflecting(request, response, next)
    const { cors } = await findAll(limited, {}, ['cors'])
    expect(cors).toMatchObject({
      level: 'unchecked',
      message: expect.stringContaining('rate limited') as unknown,
    })
  })
})

describe('the doctor, for cross-site requests,', () => {
  const isForeign = (request: Request): boolean => request.get('sec-fetch-site') === 'cross-site'
  const isForeignOrigin = ({ headers }: Request): boolean =>
    headers.origin !== undefined && headers.origin !== `http://${headers.host ?? ''}`

  it.each<[string, (request: Request) => boolean, string]>([
    ['ignores both headers', hasCookie, 'Sec-Fetch-Site: cross-site, Origin, Origin: null'],
    [
      'checks only Sec-Fetch-Site',
      (request) => hasCookie(request) && !isForeign(request),
      '(identified by Origin, Origin: null)',
    ],
    [
      'checks only an Origin that is a URL',
      (request) => hasCookie(request) && !(isForeignOrigin(request) && request.get('origin') !== 'null'),
      '(identified by Origin: null)',
    ],
  ])('reports an endpoint that %s', async (_name, isAllowed, message) => {
    const findings = await findAll(carelessEndpoint({ isAllowed }), {}, ['cross-site'])
    expect(findings['cross-site']).toMatchObject({
      level: 'failure',
      message: expect.stringContaining(message) as unknown,
    })
  })

  it.each<[string, Record<string, string>]>([
    ['there is no session', {}],
    ['the session is in a custom header', { authorization: 'Bearer abc' }],
  ])('only warns if %s', async (_name, credentials) => {
    const endpoint = carelessEndpoint({ isAllowed: () => true })
    const findings = await findAll(endpoint, { credentials }, ['cross-site'])
    expect(findings['cross-site']).toMatchObject({ level: 'warning' })
  })

  it('skips the check after a rate limit', async () => {
    let count = 0
    const endpoint = carelessEndpoint({ isAllowed: hasCookie })
    const limited: RequestHandler = (request, response, next) =>
      ++count > 1 ? void response.sendStatus(429) : endpoint(request, response, next)
    const findings = await findAll(limited, {}, ['cross-site'])
    expect(findings['cross-site']).toMatchObject({ level: 'unchecked' })
  })
})

describe('the doctor, for a page on another origin,', () => {
  const pageOrigin = 'https://app.example'
  const allowing = (headers: Record<string, string>): RequestHandler =>
    withCors((origin) => origin === pageOrigin, headers)

  it.each<[string, RequestHandler, Level, string]>([
    ['is not allowed', withCors(() => false), 'failure', 'does not let the page'],
    ['is allowed without its cookies', allowing({}), 'failure', 'does not accept cookies'],
    [
      'is allowed without Vary',
      allowing({ 'Access-Control-Allow-Credentials': 'true' }),
      'warning',
      'without Vary',
    ],
    [
      'is allowed',
      allowing({ 'Access-Control-Allow-Credentials': 'true', Vary: 'Accept, Origin' }),
      'fine',
      'lets the page',
    ],
  ])('reports whether it %s', async (_name, endpoint, level, message) => {
    const findings = await findAll(endpoint, { pageOrigin }, ['own-page'])
    expect(findings['own-page']).toMatchObject({
      level,
      message: expect.stringContaining(message) as unknown,
    })
  })

  const CORS = { 'Access-Control-Allow-Origin': pageOrigin, Vary: 'Origin' }
  /** Allows the page to read, and responds to OPTIONS with the given status and headers. */
  const preflight =
    (code: number, headers: Record<string, string> = {}): RequestHandler =>
    (request, response) => {
      if (request.method === 'OPTIONS') response.status(code).set(headers).end()
      else response.set(CORS).sendStatus(401)
    }

  it.each<[string, RequestHandler, Level, string]>([
    ['a 405 for the preflight', preflight(405, CORS), 'failure', 'returns 405'],
    [
      'a preflight without CORS',
      preflight(204),
      'failure',
      'does not allow the page of --origin in its preflight response',
    ],
    ['a preflight that allows no header', preflight(204, CORS), 'failure', 'send authorization, x-team'],
    [
      'a preflight that allows any but "authorization"',
      preflight(204, { ...CORS, 'Access-Control-Allow-Headers': '*' }),
      'failure',
      'send authorization',
    ],
    [
      'a preflight that allows its headers',
      preflight(204, { ...CORS, 'Access-Control-Allow-Headers': 'X-Team, Authorization' }),
      'fine',
      'lets the page',
    ],
  ])('with custom headers, reports %s', async (_name, endpoint, level, message) => {
    const credentials = { authorization: 'Bearer abc', 'x-team': '7', 'accept-language': 'en' }
    const findings = await findAll(endpoint, { pageOrigin, credentials }, ['own-page'])
    expect(findings['own-page']).toMatchObject({
      level,
      message: expect.stringMatching(new RegExp(`${message}(?: |$)`)) as unknown,
    })
  })
})
