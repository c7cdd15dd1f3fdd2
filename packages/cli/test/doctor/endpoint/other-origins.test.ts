import type { Request, RequestHandler } from 'express'
import { describe, expect, test } from 'vitest'
import type { Level } from '../../../src/doctor/finding.js'
import { carelessEndpoint, hasCookie } from '../careless-endpoint.js'
import { findAll } from './find-all.js'

/** Adds CORS headers for the origins that are let in, before a sound endpoint refuses or answers. */
function withCors(
  isLetIn: (origin: string, request: Request) => boolean,
  headers: Record<string, string> = { 'Access-Control-Allow-Credentials': 'true' },
): RequestHandler {
  const endpoint = carelessEndpoint({ isAllowed: hasCookie })
  return (request, response, next) => {
    const origin = request.get('origin') ?? ''
    if (isLetIn(origin, request)) response.set({ 'Access-Control-Allow-Origin': origin, ...headers })
    return endpoint(request, response, next)
  }
}

describe('CORS', () => {
  test.each<[string, RequestHandler, Level, string]>([
    ['reflects every origin, with credentials', withCors(() => true), 'failure', 'lets any origin read'],
    ['reflects every origin', withCors(() => true, {}), 'warning', 'lets any origin read'],
    ['is *', withCors(() => true, { 'Access-Control-Allow-Origin': '*' }), 'warning', 'Allow-Origin: *'],
    ['lets "null" in', withCors((origin) => origin === 'null'), 'failure', 'sandboxed frame'],
    [
      'looks at the beginning',
      withCors((origin) => origin.startsWith('http://127.0.0.1')),
      'failure',
      'begins like',
    ],
    [
      'looks at the end',
      withCors((origin, { headers }) => origin.endsWith(headers.host ?? '')),
      'failure',
      'ends like',
    ],
    [
      'lets preflights through',
      withCors((_origin, { method }) => method === 'OPTIONS'),
      'warning',
      'any origin',
    ],
  ])('that %s is found', async (_name, endpoint, level, message) => {
    const { cors } = await findAll(endpoint, {}, ['cors'])
    expect(cors).toMatchObject({ level, message: expect.stringContaining(message) as unknown })
  })
})

describe('CORS for tokens alone', () => {
  /** Reflects every origin, with credentials, but on what is not refused only. */
  const reflecting: RequestHandler = (request, response, next) => {
    const { origin = '', cookie } = request.headers
    if (cookie !== undefined) {
      response.set({ 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Credentials': 'true' })
    }
    return carelessEndpoint({ isAllowed: hasCookie })(request, response, next)
  }

  test('is found with a session', async () => {
    const { cors } = await findAll(reflecting, {}, ['cors'])
    expect(cors).toMatchObject({ level: 'failure' })
  })

  test('is not taken for none, where its own page was refused, too', async () => {
    const { cors } = await findAll(reflecting, { credentials: {} }, ['cors'])
    expect(cors).toMatchObject({
      level: 'unchecked',
      message: expect.stringContaining('refused its own page') as unknown,
    })
  })

  test('is not taken for none, where a rate limit came first', async () => {
    let count = 0
    const limited: RequestHandler = (request, response, next) =>
      ++count > 1 ? void response.sendStatus(429) : reflecting(request, response, next)
    const { cors } = await findAll(limited, {}, ['cors'])
    expect(cors).toMatchObject({
      level: 'unchecked',
      message: expect.stringContaining('rate limit') as unknown,
    })
  })
})

describe('a request of another site', () => {
  const isForeign = (request: Request): boolean => request.get('sec-fetch-site') === 'cross-site'
  const isForeignOrigin = ({ headers }: Request): boolean =>
    headers.origin !== undefined && headers.origin !== `http://${headers.host ?? ''}`

  test.each<[string, (request: Request) => boolean, string]>([
    ['by nothing', hasCookie, 'Sec-Fetch-Site: cross-site, Origin, Origin: null'],
    [
      'by Sec-Fetch-Site alone',
      (request) => hasCookie(request) && !isForeign(request),
      '(told by Origin, Origin: null)',
    ],
    [
      'by an Origin that is a URL',
      (request) => hasCookie(request) && !(isForeignOrigin(request) && request.get('origin') !== 'null'),
      '(told by Origin: null)',
    ],
  ])('that is told %s is found', async (_name, isAllowed, message) => {
    const findings = await findAll(carelessEndpoint({ isAllowed }), {}, ['cross-site'])
    expect(findings['cross-site']).toMatchObject({
      level: 'failure',
      message: expect.stringContaining(message) as unknown,
    })
  })

  test.each<[string, Record<string, string>]>([
    ['there is no session', {}],
    ['the session is in a header of its own', { authorization: 'Bearer abc' }],
  ])('is doubtful only, where %s', async (_name, credentials) => {
    const endpoint = carelessEndpoint({ isAllowed: () => true })
    const findings = await findAll(endpoint, { credentials }, ['cross-site'])
    expect(findings['cross-site']).toMatchObject({ level: 'warning' })
  })

  test('is not taken for refused, where a rate limit came first', async () => {
    let count = 0
    const endpoint = carelessEndpoint({ isAllowed: hasCookie })
    const limited: RequestHandler = (request, response, next) =>
      ++count > 1 ? void response.sendStatus(429) : endpoint(request, response, next)
    const findings = await findAll(limited, {}, ['cross-site'])
    expect(findings['cross-site']).toMatchObject({ level: 'unchecked' })
  })
})

describe('a page of its own on another origin', () => {
  const pageOrigin = 'https://app.example'
  const letIn = (headers: Record<string, string>): RequestHandler =>
    withCors((origin) => origin === pageOrigin, headers)

  test.each<[string, RequestHandler, Level, string]>([
    ['is not let in', withCors(() => false), 'failure', 'does not let the page'],
    ['is let in without its cookies', letIn({}), 'failure', 'takes no cookies'],
    [
      'is let in without Vary',
      letIn({ 'Access-Control-Allow-Credentials': 'true' }),
      'warning',
      'without saying that others differ',
    ],
    [
      'is let in',
      letIn({ 'Access-Control-Allow-Credentials': 'true', Vary: 'Accept, Origin' }),
      'fine',
      'lets the page',
    ],
  ])('that %s is told', async (_name, endpoint, level, message) => {
    const findings = await findAll(endpoint, { pageOrigin }, ['own-page'])
    expect(findings['own-page']).toMatchObject({
      level,
      message: expect.stringContaining(message) as unknown,
    })
  })

  const CORS = { 'Access-Control-Allow-Origin': pageOrigin, Vary: 'Origin' }
  /** Lets the page read, and answers an OPTIONS with what is given. */
  const preflight =
    (code: number, headers: Record<string, string> = {}): RequestHandler =>
    (request, response) => {
      if (request.method === 'OPTIONS') response.status(code).set(headers).end()
      else response.set(CORS).sendStatus(401)
    }

  test.each<[string, RequestHandler, Level, string]>([
    ['a preflight that is answered with 405', preflight(405, CORS), 'failure', 'answers 405'],
    ['a preflight without CORS', preflight(204), 'failure', 'does not let the page of --origin ask'],
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
  ])('that sends headers meets %s, which is told', async (_name, endpoint, level, message) => {
    const credentials = { authorization: 'Bearer abc', 'x-team': '7', 'accept-language': 'en' }
    const findings = await findAll(endpoint, { pageOrigin, credentials }, ['own-page'])
    expect(findings['own-page']).toMatchObject({
      level,
      message: expect.stringMatching(new RegExp(`${message}(?: |$)`)) as unknown,
    })
  })
})
