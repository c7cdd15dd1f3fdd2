import { generateAuthToken } from '@secure-uploading/core'
import type { RequestHandler } from 'express'
import { describe, expect, it } from 'vitest'
import type { Level } from '../../../src/doctor/finding.js'
import { PUBLIC_KEY, SECRET_KEY } from '../../demo-project.js'
import { carelessEndpoint } from '../careless-endpoint.js'
import { findAll } from './find-all.js'

const DAY_SECONDS = 86_400
const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toUTCString()
const HEX = '0123456789abcdef'

const jwtOf =
  (secretKey: string): RequestHandler =>
  async (request, response) => {
    if (request.get('sec-fetch-site') !== 'same-origin') {
      response.sendStatus(401)
      return
    }
    response
      .set('Cache-Control', 'no-store')
      .json({ authToken: await generateAuthToken(secretKey, { expiresIn: 1800 }) })
  }

describe('the doctor, for tokens,', () => {
  it.each<[check: string, level: Level, message: string, endpoint: RequestHandler]>([
    [
      'cache',
      'failure',
      'allows caches to store tokens',
      carelessEndpoint({ headers: { 'Cache-Control': 'public, max-age=60' } }),
    ],
    [
      'cache',
      'failure',
      'allows caches to store tokens',
      carelessEndpoint({ headers: { 'Cache-Control': 'private', Expires: ago(-60) } }),
    ],
    ['cache', 'failure', 'is served from a cache', carelessEndpoint({ headers: { Age: '12' } })],
    [
      'cache',
      'failure',
      'is served from a cache',
      carelessEndpoint({ headers: { 'X-Cache': 'Hit from cloudfront' } }),
    ],
    [
      'cache',
      'failure',
      'is served from a cache',
      carelessEndpoint({ headers: { 'CF-Cache-Status': 'HIT' } }),
    ],
    [
      'cache',
      'failure',
      'is served from a cache',
      carelessEndpoint({ headers: { 'X-Cache': 'MISS', 'CF-Cache-Status': 'HIT' } }),
    ],
    [
      'cache',
      'failure',
      'is served from a cache',
      carelessEndpoint({ headers: { 'X-Vercel-Cache': 'HIT' } }),
    ],
    ['cache', 'fine', 'disables caching', carelessEndpoint({ headers: { 'X-Cache': 'MISS' } })],
    [
      'cache',
      'warning',
      'does not disable caching',
      carelessEndpoint({ headers: { 'Cache-Control': 'private' } }),
    ],
    ...['-1', '0', 'Thu, 01 Jan 1970 00:00:00 GMT'].map(
      (Expires): [string, Level, string, RequestHandler] => [
        'cache',
        'warning',
        'does not disable caching',
        carelessEndpoint({ headers: { 'Cache-Control': 'no-cache, private', Expires } }),
      ],
    ),
    ['shape', 'failure', 'milliseconds', carelessEndpoint({ fields: { secureExpire: String(Date.now()) } })],
    ['shape', 'failure', '"secureExpire"', carelessEndpoint({ fields: { secureExpire: 'soon' } })],
    ['shape', 'failure', '"secureExpire"', carelessEndpoint({ fields: { secureExpire: undefined } })],
    ['shape', 'failure', '"expiresIn"', carelessEndpoint({ fields: { expiresIn: '1800' } })],
    ['shape', 'failure', 'with MD5', carelessEndpoint({ fields: { secureSignature: HEX.repeat(2) } })],
    [
      'shape',
      'failure',
      'upper case',
      carelessEndpoint({ fields: { secureSignature: HEX.toUpperCase().repeat(4) } }),
    ],
    ['shape', 'failure', 'not 64 hex digits', carelessEndpoint({ fields: { secureSignature: 'abc=' } })],
    ['shape', 'failure', 'not JSON', (_request, response) => void response.send('<h1>Sign in</h1>')],
    ['shape', 'warning', 'as a number', carelessEndpoint({ fields: { secureExpire: 4_102_444_800 } })],
    [
      'shape',
      'warning',
      'another content type',
      carelessEndpoint({ headers: { 'Content-Type': 'text/html' } }),
    ],
    ['shape', 'fine', 'an auth token', jwtOf(SECRET_KEY)],
    ['public-key', 'warning', 'another public key', carelessEndpoint({ fields: { publicKey: 'another' } })],
    [
      'public-key',
      'failure',
      'the secret key as the public key',
      carelessEndpoint({ fields: { publicKey: SECRET_KEY } }),
    ],
    ['public-key', 'fine', 'returns no public key', carelessEndpoint({ fields: { publicKey: undefined } })],
    ['public-key', 'fine', 'from UPLOADCARE_PUBLIC_KEY', carelessEndpoint()],
    [
      'lifetime',
      'failure',
      'expired',
      carelessEndpoint({ expiresIn: -300, fields: { expiresIn: undefined } }),
    ],
    ['lifetime', 'warning', 'too short for a slow upload', carelessEndpoint({ expiresIn: 30 })],
    ['lifetime', 'warning', 'valid for 3 days', carelessEndpoint({ expiresIn: 3 * DAY_SECONDS })],
    ['lifetime', 'failure', 'valid for 30 days', carelessEndpoint({ expiresIn: 30 * DAY_SECONDS })],
    ['lifetime', 'fine', 'valid for 30 minutes', jwtOf(SECRET_KEY)],
    ['expires-in', 'failure', 'of 60 minutes', carelessEndpoint({ fields: { expiresIn: 3600 } })],
    [
      'expires-in',
      'failure',
      'has expired',
      carelessEndpoint({ expiresIn: -60, fields: { expiresIn: 1800 } }),
    ],
    ['expires-in', 'fine', 'no "expiresIn"', carelessEndpoint({ fields: { expiresIn: undefined } })],
    ['clock', 'failure', '10 minutes behind', carelessEndpoint({ headers: { Date: ago(600) } })],
    ['clock', 'failure', '10 minutes ahead of', carelessEndpoint({ headers: { Date: ago(-600) } })],
    ['clock', 'warning', 'seconds behind', carelessEndpoint({ headers: { Date: ago(30) } })],
    ['clock', 'unchecked', 'not checked', carelessEndpoint({ headers: { Date: 'yesterday' } })],
    ['signature', 'failure', 'Invalid signature.', carelessEndpoint({ secretKey: 'another key' })],
    ['signature', 'failure', 'Invalid signature.', carelessEndpoint({ secretKey: `${SECRET_KEY}\n` })],
    ['signature', 'failure', 'signature verification failed', jwtOf('another key')],
    ['signature', 'fine', "signs with the project's secret key", jwtOf(SECRET_KEY)],
    ['placeholder', 'failure', 'well-known placeholder', carelessEndpoint({ secretKey: 'demosecretkey' })],
    ['placeholder', 'failure', 'well-known placeholder', carelessEndpoint({ secretKey: 'YOUR_SECRET_KEY' })],
    ['placeholder', 'failure', 'well-known placeholder', carelessEndpoint({ secretKey: 'undefined' })],
    ['placeholder', 'failure', 'well-known placeholder', carelessEndpoint({ secretKey: PUBLIC_KEY })],
    ['placeholder', 'failure', 'well-known placeholder', jwtOf('secret')],
    [
      'secrets',
      'failure',
      'exposes the secret key',
      carelessEndpoint({ fields: { debug: { key: SECRET_KEY } } }),
    ],
    [
      'secrets',
      'failure',
      'exposes the secret key',
      carelessEndpoint({ headers: { 'X-Debug': btoa(`key:${SECRET_KEY}`) } }),
    ],
    ['secrets', 'failure', 'secretKey', carelessEndpoint({ fields: { project: { secretKey: '…' } } })],
    [
      'secrets',
      'fine',
      'exposes no secret',
      (_request, response) => void response.type('json').send('['.repeat(32_000) + ']'.repeat(32_000)),
    ],
    [
      'secrets',
      'warning',
      'the stack trace of an error',
      (_request, response) => void response.status(500).send(new Error('x').stack),
    ],
  ])('reports %s as %s: %s', async (check, level, message, endpoint) => {
    const findings = await findAll(endpoint, { publicKey: PUBLIC_KEY }, ['answer', check])

    expect(findings[check]).toMatchObject({ level, message: expect.stringContaining(message) as unknown })
    expect(JSON.stringify(findings)).not.toContain(SECRET_KEY)
    expect(JSON.stringify(findings)).not.toMatch(/[0-9a-f]{64}/)
  })

  it('recognizes a key with whitespace around it', async () => {
    const { signature } = await findAll(carelessEndpoint({ secretKey: `${SECRET_KEY}\n` }), {}, ['signature'])
    expect(signature?.advice).toContain('whitespace')
  })
})
