import type { Request, RequestHandler } from 'express'
import { describe, expect, it } from 'vitest'
import type { Level } from '../../../src/doctor/finding.js'
import { examineEndpoint } from '../../../src/doctor/endpoint/examine-endpoint.js'
import { carelessEndpoint, hasCookie } from '../careless-endpoint.js'
import { findAll } from './find-all.js'

const sound = carelessEndpoint()

const status =
  (code: number): RequestHandler =>
  (_request, response) => {
    response.status(code).json({ error: {} })
  }

describe('the doctor, for a page’s POST,', () => {
  it.each<[string, RequestHandler, Level, string]>([
    [
      'a redirect to a login page',
      (_request, response) => {
        response.redirect('/sign-in')
      },
      'failure',
      'redirects (302)',
    ],
    ['401 despite a session', status(401), 'failure', 'rejects the session'],
    ['404', status(404), 'failure', '404'],
    ['500', status(500), 'failure', '500'],
    ['a limit', status(429), 'warning', 'rate limited'],
    ['no token', status(200), 'failure', 'without a token'],
  ])('reports %s', async (_name, endpoint, level, message) => {
    const { answer } = await findAll(endpoint, {}, ['answer'])
    expect(answer).toMatchObject({ level, message: expect.stringContaining(message) as unknown })
  })
})

describe('the doctor, for a GET,', () => {
  it('reports a token', async () => {
    const { method } = await findAll((request, response, next) => {
      request.method = 'POST'
      return carelessEndpoint({ isAllowed: hasCookie })(request, response, next)
    })
    expect(method).toMatchObject({
      level: 'failure',
      message: expect.stringContaining('for GET') as unknown,
    })
  })

  it('warns about a page', async () => {
    const { method } = await findAll((request, response, next) =>
      request.method === 'GET' ? void response.send('<h1>Hello</h1>') : sound(request, response, next),
    )
    expect(method).toMatchObject({ level: 'warning', message: 'returns 200 for GET' })
  })

  it('accepts 404', async () => {
    const { method } = await findAll((request, response, next) =>
      request.method === 'GET' ? void response.sendStatus(404) : sound(request, response, next),
    )
    expect(method).toMatchObject({ level: 'fine', message: expect.stringContaining('404') as unknown })
  })
})

describe('the doctor, without a session,', () => {
  const open = carelessEndpoint({ isAllowed: () => true })

  it('reports a token', async () => {
    const { anyone } = await findAll(open, {}, ['anyone'])
    expect(anyone).toMatchObject({
      level: 'failure',
      message: expect.stringContaining('issues tokens without a session') as unknown,
    })
  })

  it.each<[string, (request: Request) => boolean]>([
    ['its Origin', (request) => request.get('origin') === `http://${request.get('host') ?? ''}`],
    ['its Sec-Fetch-Site', (request) => request.get('sec-fetch-site') === 'same-origin'],
    ['the Origin of a page elsewhere', (request) => request.get('origin') === 'https://app.example'],
  ])('reports a token that depends only on %s, which any program can send', async (_header, isAllowed) => {
    const options = { pageOrigin: 'https://app.example' }
    const { anyone } = await findAll(carelessEndpoint({ isAllowed }), options, ['anyone'])
    expect(anyone).toMatchObject({
      level: 'failure',
      message: expect.stringContaining('which any program can send') as unknown,
    })
  })

  it('skips the check after a rate limit', async () => {
    const { anyone } = await findAll(status(429), {}, ['anyone'])
    expect(anyone).toMatchObject({ level: 'unchecked' })
  })

  it('warns about an error instead of 401', async () => {
    const { anyone } = await findAll((request, response, next) =>
      hasCookie(request) ? sound(request, response, next) : void response.sendStatus(500),
    )
    expect(anyone).toMatchObject({ level: 'warning', message: 'returns 500 to requests without a session' })
  })

  it('warns about a rejection despite --anyone', async () => {
    const { anyone } = await findAll(sound, { isForAnyone: true }, ['anyone'])
    expect(anyone).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('--anyone') as unknown,
    })
  })
})

describe('the doctor, for the connection,', () => {
  const closed = { url: new URL('http://127.0.0.1:9/') }

  it('reports plain HTTP, except on localhost', async () => {
    const refused: typeof fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }))
    const plain = { url: new URL('http://app.example/'), fetch: refused }

    expect(await examineEndpoint(plain)).toMatchObject([
      { check: 'https', level: 'failure' },
      { check: 'reachable', level: 'failure', message: 'is unreachable without a proxy (ENOTFOUND)' },
    ])
    expect(await examineEndpoint({ ...plain, url: new URL('https://app.example/') })).toMatchObject([
      { check: 'https', level: 'fine' },
      { check: 'reachable' },
    ])
    expect(await examineEndpoint(closed)).toMatchObject([
      { check: 'https', level: 'fine' },
      { check: 'reachable' },
    ])
  })

  it('reports an unreachable endpoint once', async () => {
    const refused: typeof fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }))
    const findings = await examineEndpoint({ ...closed, fetch: refused })
    expect(findings.slice(1)).toMatchObject([
      { level: 'failure', message: 'is unreachable without a proxy (ECONNREFUSED)' },
    ])
  })

  it.each([
    ['EAI_AGAIN', 'host name'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'Check http or https'],
    ['UND_ERR_SOCKET', 'the network'],
  ])('explains the failure %s', async (code, advice) => {
    const failing: typeof fetch = () => Promise.reject(new TypeError('fetch failed', { cause: { code } }))
    const findings = await examineEndpoint({ ...closed, fetch: failing })
    expect(findings.at(-1)).toMatchObject({
      level: 'failure',
      advice: expect.stringContaining(advice) as unknown,
    })
  })

  it('reports an endpoint that does not respond', async () => {
    const { reachable } = await findAll(() => undefined, { timeoutMs: 20 }, ['answer'])
    expect(reachable).toMatchObject({ level: 'failure', message: 'did not respond in time without a proxy' })
  })
})

describe('examineEndpoint', () => {
  it('rethrows its own errors', async () => {
    const broken: typeof fetch = () => Promise.reject(new RangeError('our own'))
    await expect(examineEndpoint({ url: new URL('https://app.example/'), fetch: broken })).rejects.toThrow(
      'our own',
    )
  })
})
