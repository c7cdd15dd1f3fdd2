import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { generateAuthToken, verifyAuthToken, type AuthTokenOptions } from '../../src/index.js'

const SECRET_KEY = 'project_secret_key'
const NOW_MS = 1_454_900_000_000
const now = (): number => NOW_MS
const nowSeconds = NOW_MS / 1000

const generate = (options: AuthTokenOptions) => generateAuthToken(SECRET_KEY, options, { now })
const verify = (token: string | null | undefined, path?: string) =>
  verifyAuthToken(SECRET_KEY, token, { now, ...(path && { path }) })

/** Makes a JWT with Node's crypto, independently of the code under test. */
function forge(claims: unknown, header: unknown = { alg: 'HS256', typ: 'JWT' }, key = SECRET_KEY): string {
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${encode(header)}.${encode(claims)}`
  const rawKey = createHash('sha256').update(key).digest()
  return `${signed}.${createHmac('sha256', rawKey).update(signed).digest('base64url')}`
}

function claimsIn(token: string): unknown {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
}

describe('generateAuthToken', () => {
  it('signs a JWT with the SHA-256 of the secret key', async () => {
    const token = await generate({ expiresIn: 60 })
    expect(claimsIn(token)).toEqual({ iat: nowSeconds, exp: nowSeconds + 60 })
    expect(token).toBe(forge({ iat: nowSeconds, exp: nowSeconds + 60 }))
  })

  it('puts subject, token ID and restrictions into the claims', async () => {
    const token = await generate({
      expiresAt: nowSeconds + 86_400,
      scope: ['/base/', '/group/*'],
      operations: 3,
      subject: 'user-42',
      tokenId: 'one',
    })
    expect(claimsIn(token)).toEqual({
      iat: nowSeconds,
      exp: nowSeconds + 86_400,
      sub: 'user-42',
      jti: 'one',
      uc: { restrictions: { scope: ['/base/', '/group/*'], limits: { operations: 3 } } },
    })
  })

  it('accepts a lifetime of 24 hours at any fraction of a second', async () => {
    for (const fractionMs of [0, 1, 500, 999]) {
      const token = await generateAuthToken(
        SECRET_KEY,
        { expiresIn: 86_400 },
        { now: () => NOW_MS + fractionMs },
      )
      expect(await verifyAuthToken(SECRET_KEY, token, { now: () => NOW_MS + fractionMs })).toMatchObject({
        valid: true,
      })
    }
  })

  it.each<[AuthTokenOptions, string]>([
    [{ expiresIn: 86_401 }, 'at most 24 hours'],
    [{ expiresIn: 0 }, '"expiresIn" must be a positive whole number of seconds'],
    [{ expiresIn: 60, scope: [] }, '"scope" must be a list of 1 to 16 paths'],
    [
      { expiresIn: 60, scope: Array.from({ length: 17 }, () => '/base/') },
      '"scope" must be a list of 1 to 16 paths',
    ],
    [{ expiresIn: 60, scope: ['base/'] }, 'must start with "/"'],
    [{ expiresIn: 60, scope: [`/${'a'.repeat(64)}`] }, 'at most 64 characters'],
    [{ expiresIn: 60, operations: 0 }, '"operations" must be a whole number from 1 to 100000'],
    [{ expiresIn: 60, operations: 100_001 }, '"operations" must be a whole number from 1 to 100000'],
    [{ expiresIn: 60, operations: 1.5 }, '"operations" must be a whole number from 1 to 100000'],
    [{ expiresIn: 60, subject: '' }, '"subject" must be a non-empty string'],
    [{ expiresIn: 60, subject: 7 as unknown as string }, '"subject" must be a non-empty string'],
    [{ expiresIn: 60, tokenId: '' }, '"tokenId" must be a non-empty string'],
  ])('rejects the options %j', async (options, message) => {
    await expect(generate(options)).rejects.toThrow(TypeError)
    await expect(generate(options)).rejects.toThrow(message)
  })

  it('names the option, not the claim, if the token would expire within the second', async () => {
    const endingAt = (expiresAt: number) =>
      generateAuthToken(SECRET_KEY, { expiresAt }, { now: () => NOW_MS - 500 })
    await expect(endingAt(nowSeconds)).rejects.toThrow(
      '"expiresAt" must be at least one second in the future',
    )
    expect(await verify(await endingAt(nowSeconds + 1))).toMatchObject({ valid: true })
  })

  it('accepts 16 paths of 64 characters in a scope', async () => {
    const scope = Array.from({ length: 16 }, () => `/${'a'.repeat(63)}`)
    expect(await verify(await generate({ expiresIn: 60, scope }), scope[0])).toMatchObject({ valid: true })
  })

  it('rejects a blank secret key', async () => {
    await expect(generateAuthToken(' ', { expiresIn: 60 })).rejects.toThrow('"secretKey" is missing or blank')
  })

  it('uses the system clock by default', async () => {
    const token = await generateAuthToken(SECRET_KEY, { expiresIn: 60 })
    expect(await verifyAuthToken(SECRET_KEY, token)).toMatchObject({ valid: true })
  })
})

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
    await expect(verifyAuthToken([], token)).rejects.toThrow('at least one secret key')
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
    ['a.b', 'three parts'],
    ['a.b.c.d', 'three parts'],
    ['a.b.c', 'HS256'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60 }, { alg: 'none' }), 'HS256'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60 }, { alg: 'HS512' }), 'HS256'],
    [forge({ iat: nowSeconds, exp: nowSeconds + 60 }, null), 'HS256'],
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
