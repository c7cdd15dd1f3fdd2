import type { Request, RequestHandler } from 'express'
import { describe, expect, test } from 'vitest'
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

describe('a page’s POST', () => {
  test.each<[string, RequestHandler, Level, string]>([
    [
      'a redirect to a login page',
      (_request, response) => {
        response.redirect('/sign-in')
      },
      'failure',
      'redirects (302)',
    ],
    ['401 in spite of a session', status(401), 'failure', 'refuses the credentials'],
    ['404', status(404), 'failure', '404'],
    ['500', status(500), 'failure', '500'],
    ['a limit', status(429), 'warning', 'rate limited'],
    ['no token', status(200), 'failure', 'and no token'],
  ])('answered with %s is found', async (_name, endpoint, level, message) => {
    const { answer } = await findAll(endpoint, {}, ['answer'])
    expect(answer).toMatchObject({ level, message: expect.stringContaining(message) as unknown })
  })
})

describe('a GET', () => {
  test('that gets a token is found', async () => {
    const { method } = await findAll((request, response, next) => {
      request.method = 'POST'
      return carelessEndpoint({ isAllowed: hasCookie })(request, response, next)
    })
    expect(method).toMatchObject({
      level: 'failure',
      message: expect.stringContaining('to a GET') as unknown,
    })
  })

  test('that gets a page is found', async () => {
    const { method } = await findAll((request, response, next) =>
      request.method === 'GET' ? void response.send('<h1>Hello</h1>') : sound(request, response, next),
    )
    expect(method).toMatchObject({ level: 'warning', message: 'answers 200 to a GET' })
  })

  test('that finds nothing there is refused well enough', async () => {
    const { method } = await findAll((request, response, next) =>
      request.method === 'GET' ? void response.sendStatus(404) : sound(request, response, next),
    )
    expect(method).toMatchObject({ level: 'fine', message: expect.stringContaining('404') as unknown })
  })
})

describe('who is not signed in', () => {
  const open = carelessEndpoint({ isAllowed: () => true })

  test('and gets a token is found', async () => {
    const { anyone } = await findAll(open, {}, ['anyone'])
    expect(anyone).toMatchObject({
      level: 'failure',
      message: expect.stringContaining('anyone who asks') as unknown,
    })
  })

  test.each<[string, (request: Request) => boolean]>([
    ['its Origin', (request) => request.get('origin') === `http://${request.get('host') ?? ''}`],
    ['its Sec-Fetch-Site', (request) => request.get('sec-fetch-site') === 'same-origin'],
    ['the Origin of a page elsewhere', (request) => request.get('origin') === 'https://app.example'],
  ])('and gets a token for %s alone, which anyone can write, is found', async (_header, isAllowed) => {
    const options = { pageOrigin: 'https://app.example' }
    const { anyone } = await findAll(carelessEndpoint({ isAllowed }), options, ['anyone'])
    expect(anyone).toMatchObject({
      level: 'failure',
      message: expect.stringContaining('which any program can') as unknown,
    })
  })

  test('and is stopped by a rate limit is not taken for refused', async () => {
    const { anyone } = await findAll(status(429), {}, ['anyone'])
    expect(anyone).toMatchObject({ level: 'unchecked' })
  })

  test('and gets an error instead of a 401 is found', async () => {
    const { anyone } = await findAll((request, response, next) =>
      hasCookie(request) ? sound(request, response, next) : void response.sendStatus(500),
    )
    expect(anyone).toMatchObject({ level: 'warning', message: 'answers 500 to who is not signed in' })
  })

  test('and is refused although anyone may upload is found', async () => {
    const { anyone } = await findAll(sound, { isForAnyone: true }, ['anyone'])
    expect(anyone).toMatchObject({
      level: 'warning',
      message: expect.stringContaining('--anyone') as unknown,
    })
  })
})

describe('the way there', () => {
  const closed = { url: new URL('http://127.0.0.1:9/') }

  test('over plain http is found, but not on this machine', async () => {
    const refused: typeof fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'ENOTFOUND' } }))
    const plain = { url: new URL('http://app.example/'), fetch: refused }

    expect(await examineEndpoint(plain)).toMatchObject([
      { check: 'https', level: 'failure' },
      { check: 'reachable', level: 'failure', message: 'cannot be reached (ENOTFOUND)' },
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

  test('to where nobody listens is found once', async () => {
    const refused: typeof fetch = () =>
      Promise.reject(new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }))
    const findings = await examineEndpoint({ ...closed, fetch: refused })
    expect(findings.slice(1)).toMatchObject([
      { level: 'failure', message: 'cannot be reached (ECONNREFUSED)' },
    ])
  })

  test.each([
    ['EAI_AGAIN', 'the name'],
    ['CERT_HAS_EXPIRED', 'certificate'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'check http or https'],
    ['UND_ERR_SOCKET', 'the network'],
  ])('that fails with %s is explained', async (code, advice) => {
    const failing: typeof fetch = () => Promise.reject(new TypeError('fetch failed', { cause: { code } }))
    const findings = await examineEndpoint({ ...closed, fetch: failing })
    expect(findings.at(-1)).toMatchObject({
      level: 'failure',
      advice: expect.stringContaining(advice) as unknown,
    })
  })

  test('to somebody who does not answer is found', async () => {
    const { reachable } = await findAll(() => undefined, { timeoutMs: 20 }, ['answer'])
    expect(reachable).toMatchObject({ level: 'failure', message: 'does not answer in time' })
  })
})

test('a mistake in the examination itself is not taken for the endpoint’s', async () => {
  const broken: typeof fetch = () => Promise.reject(new RangeError('our own'))
  await expect(examineEndpoint({ url: new URL('https://app.example/'), fetch: broken })).rejects.toThrow(
    'our own',
  )
})
