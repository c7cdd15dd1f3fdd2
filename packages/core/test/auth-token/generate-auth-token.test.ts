import { describe, expect, it } from 'vitest'
import { generateAuthToken, verifyAuthToken, type AuthTokenOptions } from '../../src/index.js'
import { forge, now, NOW_MS, nowSeconds, SECRET_KEY } from './forge-auth-token.js'

const generate = (options: AuthTokenOptions) => generateAuthToken(SECRET_KEY, options, { now })
const verify = (token: string | null | undefined, path?: string) =>
  verifyAuthToken(SECRET_KEY, token, { now, ...(path && { path }) })

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
      issuer: 'app.example',
    })
    expect(claimsIn(token)).toEqual({
      iat: nowSeconds,
      exp: nowSeconds + 86_400,
      iss: 'app.example',
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
    [{ expiresIn: 60, issuer: '' }, '"issuer" must be a non-empty string'],
    [{ expiresIn: 60, issuer: 7 as unknown as string }, '"issuer" must be a non-empty string'],
    [{ expiresIn: 60, scope: '/base/' as unknown as string[] }, '"scope" must be a list of 1 to 16 paths'],
    ...['/base*', '/**', '/*/', '/multi*part/', '/group/**', '/*/info/', '/group/*/', '/*/*'].map(
      (path): [AuthTokenOptions, string] => [
        { expiresIn: 60, scope: ['/base/', path] },
        'a path in "scope" can contain "*" only as the last symbol, after a "/"',
      ],
    ),
    [
      { expiresIn: 60, scopes: ['/base/'] } as unknown as AuthTokenOptions,
      'Unknown option "scopes". Did you mean "scope"?',
    ],
  ])('rejects the options %j', async (options, message) => {
    await expect(generate(options)).rejects.toThrow(TypeError)
    await expect(generate(options)).rejects.toThrow(message)
  })

  it.each([0, 1, 400, 500, 999])(
    'is issued at the current second, never later: %i ms after it',
    async (ms) => {
      const token = await generateAuthToken(SECRET_KEY, { expiresIn: 60 }, { now: () => NOW_MS + ms })
      expect(claimsIn(token)).toEqual({ iat: nowSeconds, exp: nowSeconds + (ms === 0 ? 60 : 61) })
    },
  )

  it.each<[AuthTokenOptions, number]>([
    [{ expiresIn: 86_400 }, 86_400],
    [{ expiresIn: 86_399 }, 86_400],
    [{ expiresIn: 86_398 }, 86_399],
    [{ expiresAt: new Date(NOW_MS + 400 + 86_400_000) }, 86_400],
    [{ expiresAt: nowSeconds + 86_400 }, 86_400],
    [{ expiresAt: nowSeconds + 1 }, 1],
  ])(
    'creates a token from %j at 0.4 s after the second that is valid for %i seconds',
    async (options, seconds) => {
      const token = await generateAuthToken(SECRET_KEY, options, { now: () => NOW_MS + 400 })
      expect(claimsIn(token)).toEqual({ iat: nowSeconds, exp: nowSeconds + seconds })
    },
  )

  it.each<[AuthTokenOptions, string]>([
    [{ expiresIn: 86_401 }, '"expiresIn" must be at most 24 hours (86400 seconds)'],
    [{ expiresAt: nowSeconds + 86_401 }, '"expiresAt" must be at most 24 hours (86400 seconds) from now'],
    [{ expiresAt: new Date(NOW_MS + 86_400_001) }, '"expiresAt" must be at most 24 hours'],
    [{ expiresAt: nowSeconds }, '"expiresAt" must be in the future'],
  ])('names the option and the limit for %j', async (options, message) => {
    await expect(generate(options)).rejects.toThrow(message)
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
