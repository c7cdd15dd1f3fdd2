import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateAuthToken, verifyAuthToken, type AuthTokenOptions } from '../../src/index.js'
import { forge, now, nowSeconds, SECRET_KEY } from './forge-auth-token.js'

const generate = (options: AuthTokenOptions) => generateAuthToken(SECRET_KEY, options, { now })
const verify = (token: string | null | undefined, path?: string) =>
  verifyAuthToken(SECRET_KEY, token, { now, ...(path && { path }) })

describe('verifyAuthToken', () => {
  it('accepts every token from generateAuthToken', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1 })
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 86_400 }),
        fc.integer({ min: 1, max: 100_000 }),
        text,
        async (expiresIn, operations, subject) => {
          const verdict = await verify(await generate({ expiresIn, operations, subject }))
          expect(verdict).toMatchObject({ valid: true, claims: { sub: subject } })
        },
      ),
    )
  })

  it('accepts a token signed with any of several secret keys', async () => {
    const token = await generate({ expiresIn: 60 })
    expect(await verifyAuthToken(['new', SECRET_KEY], token, { now })).toMatchObject({ valid: true })
    expect(await verifyAuthToken(['new'], token, { now })).toMatchObject({
      code: 'AccessTokenInvalidError',
      status: 401,
    })
    await expect(verifyAuthToken([], token)).rejects.toThrow('at least one secret')
  })

  it('tolerates clocks that differ by 30 seconds', async () => {
    const at = (iat: number, exp: number) => verify(forge({ iat, exp }))
    expect(await at(nowSeconds + 30, nowSeconds + 60)).toMatchObject({ valid: true })
    expect(await at(nowSeconds + 31, nowSeconds + 60)).toMatchObject({ code: 'AccessTokenInvalidError' })
    expect(await at(nowSeconds - 60, nowSeconds - 30)).toMatchObject({ valid: true })
    expect(await at(nowSeconds - 60, nowSeconds - 31)).toMatchObject({
      valid: false,
      status: 401,
      code: 'AccessTokenExpiredError',
      message: 'Expired token.',
    })
  })

  it.each([
    [undefined, 'it is missing'],
    [null, 'it is missing'],
    ['', 'it is missing'],
    [42 as unknown as string, 'it must be a string'],
    [{} as unknown as string, 'it must be a string'],
    [false as unknown as string, 'it must be a string'],
    [['a.b.c'] as unknown as string, 'it must be a string'],
    ['a.b', 'three parts'],
    ['a.b.c.d', 'three parts'],
    ['a.b.c', 'HS256'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60 }, { alg: 'none' }), 'HS256'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60 }, { alg: 'HS512' }), 'HS256'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60 }, null), 'HS256'],
    [
      forge({ iat: nowSeconds, exp: nowSeconds + 60 }, { alg: 'HS256', crit: ['exp'], exp: 1 }),
      'critical extensions ("crit")',
    ],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60 }, { alg: 'HS256', crit: [] }), '"crit"'],
    [
      forge({ iat: nowSeconds, exp: nowSeconds + 60, uc: { restrictions: { scope: ['/base*'] } } }),
      '"*" only as the last symbol',
    ],
    [
      forge({ iat: nowSeconds, exp: nowSeconds + 60 }, undefined, 'another key'),
      'signature verification failed',
    ],
    [`${forge({ iat: nowSeconds, exp: nowSeconds + 60 })}=`, 'signature verification failed'],
    [forge('text'), 'the payload must be an object'],
    [forge({ exp: nowSeconds + 60 }), '"iat" must be'],
    [forge({ iat: nowSeconds }), '"exp" must be'],
    [forge({ iat: nowSeconds, exp: nowSeconds }), 'later than "iat"'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 86_401 }), 'at most 24 hours'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60, admin: true }), 'unknown claim'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60, sub: '' }), '"sub" must be a non-empty string'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60, sub: 7 }), '"sub" must be a non-empty string'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60, uc: {} }), '"restrictions" must be an object'],
    [
      forge({ iat: nowSeconds, exp: nowSeconds + 60, uc: { restrictions: { limits: {} } } }),
      '"operations" must be',
    ],
    [
      forge({ iat: nowSeconds, exp: nowSeconds + 60, uc: { restrictions: { scope: '/base/' } } }),
      '"scope" must be',
    ],
  ])('rejects invalid token %#', async (token, reason) => {
    const verdict = await verify(token)
    expect(verdict).toMatchObject({ valid: false, status: 401, code: 'AccessTokenInvalidError' })
    expect(verdict.valid ? '' : verdict.message).toMatch(/^Invalid token\. Reason: /)
    expect(verdict.valid ? '' : verdict.message).toContain(reason)
  })

  it.each([
    ['/base/', '/base/', true],
    ['/base/', '/base/more/', false],
    ['/group/*', '/group/', true],
    ['/group/*', '/group/info/', true],
    ['/group/*', '/groups/', false],
    ['/*', '/multipart/start/', true],
  ])('checks the scope %s against the path %s: valid is %s', async (allowed, path, isAllowed) => {
    const verdict = await verify(await generate({ expiresIn: 60, scope: [allowed] }), path)
    expect(verdict.valid).toBe(isAllowed)
    if (!isAllowed)
      expect(verdict).toMatchObject({ status: 403, code: 'ScopeForbiddenError', claims: { iat: nowSeconds } })
  })

  it('allows each path of a scope, and no other', async () => {
    const token = await generate({ expiresIn: 60, scope: ['/base/', '/group/*'] })
    expect(await verify(token, '/base/')).toMatchObject({ valid: true })
    expect(await verify(token, '/group/info/')).toMatchObject({ valid: true })
    expect(await verify(token, '/from_url/')).toMatchObject({
      valid: false,
      message: 'The token does not allow this request.',
    })
  })

  it('ignores the scope if no path is passed', async () => {
    const token = await generate({ expiresIn: 60, scope: ['/base/'] })
    expect(await verifyAuthToken(SECRET_KEY, token, { now })).toMatchObject({ valid: true })
  })

  it.each([7, '', null])('throws a TypeError for the path %j', async (path) => {
    const options = { path } as unknown as { path: string }
    await expect(verifyAuthToken(SECRET_KEY, 'a.b.c', options)).rejects.toThrow(
      '"path" must be a non-empty string.',
    )
  })

  it('accepts a token that names its issuer', async () => {
    const token = forge({ iat: nowSeconds, exp: nowSeconds + 60, iss: 'app.example' })
    expect(await verify(token)).toMatchObject({ valid: true, claims: { iss: 'app.example' } })
  })

  it.each<[string, unknown, string]>([
    ['issued in the future', { iat: nowSeconds + 31, exp: nowSeconds + 60 }, '"iat" is in the future'],
    ['with "uc" of null', { iat: nowSeconds, exp: nowSeconds + 60, uc: null }, '"uc" must be an object'],
    [
      'with limits that are not an object',
      { iat: nowSeconds, exp: nowSeconds + 60, uc: { restrictions: { limits: [] } } },
      '"limits" must be an object',
    ],
    [
      'with a number in its scope',
      { iat: nowSeconds, exp: nowSeconds + 60, uc: { restrictions: { scope: ['/base/', 7] } } },
      'must start with "/"',
    ],
  ])('rejects a token %s, and explains why', async (_what, payload, reason) => {
    const verdict = await verify(forge(payload))
    expect(verdict.valid ? '' : verdict.message).toContain(reason)
  })

  it.each([
    ['issued in the future', { iat: nowSeconds + 31, exp: nowSeconds + 60 }],
    ['that has expired', { iat: nowSeconds - 60, exp: nowSeconds - 31 }],
    [
      'for another path',
      { iat: nowSeconds, exp: nowSeconds + 60, uc: { restrictions: { scope: ['/group/'] } } },
    ],
  ])('returns the claims of a signed token %s', async (_what, claims) => {
    expect(await verify(forge(claims), '/base/')).toMatchObject({ valid: false, claims })
  })

  it('allows every path if the token has no scope', async () => {
    expect(await verify(await generate({ expiresIn: 60 }), '/base/')).toMatchObject({ valid: true })
  })

  it('returns a verdict for any text', async () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'Z', '0', '9', '-', '_', '=', '{', '"') })
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.array(part).map((parts) => parts.join('.')),
        ),
        async (token) => {
          expect(await verify(token)).toMatchObject({ valid: false })
        },
      ),
    )
  })
})
