import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { generateSecureSignature } from '../../src/index.js'

const longAgo = { now: () => 0 }

describe('generateSecureSignature', () => {
  it.each([
    ['project_secret_key', 1454903856, 'd39a461d41f607338abffee5f31da4d4e46535651c87346e76906bf75c064d47'],
    ['project_secret_key', 1596699863, '9890adc8886d27c93befed595abfbca514b7592a88e2f64dbddbea2d369a68dc'],
    ['YOUR_SECRET_KEY', 1678361640, '93b69d086a487fbdfc36172b96a5d7f5afa7cb209e43e5f25890bc037e638584'],
  ])('signs with %s and expire %i like Uploadcare', async (secretKey, expiresAt, signature) => {
    expect(await generateSecureSignature(secretKey, { expiresAt }, longAgo)).toEqual({
      secureSignature: signature,
      secureExpire: String(expiresAt),
    })
  })

  it('rounds the current time up, so that a token is never valid for less than expiresIn', async () => {
    const { secureExpire } = await generateSecureSignature(
      'key',
      { expiresIn: 120 },
      { now: () => 1_000_001 },
    )
    expect(secureExpire).toBe('1121')
  })

  it('rounds a Date up to the second', async () => {
    const { secureExpire } = await generateSecureSignature('key', { expiresAt: new Date(5_000_001) }, longAgo)
    expect(secureExpire).toBe('5001')
  })

  it('accepts a Date of another realm, as test runners create them', async () => {
    const date = runInNewContext('new Date(5000000)') as Date
    expect(await generateSecureSignature('key', { expiresAt: date }, longAgo)).toMatchObject({
      secureExpire: '5000',
    })
  })

  it('uses the system clock by default', async () => {
    const before = Math.ceil(Date.now() / 1000)
    const { secureExpire } = await generateSecureSignature('key', { expiresIn: 30 })
    expect(Number(secureExpire)).toBeGreaterThanOrEqual(before + 30)
    expect(Number(secureExpire)).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000) + 30)
  })

  it.each(['', '   ', '\n', undefined, null, 42])('rejects %j as a secret key', async (secretKey) => {
    await expect(generateSecureSignature(secretKey as string, { expiresIn: 60 })).rejects.toThrow(
      /^"secretKey" is missing or blank/,
    )
  })

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '60'])(
    'rejects a lifetime of %j',
    async (expiresIn) => {
      const failure = generateSecureSignature('key', { expiresIn: expiresIn as number })
      await expect(failure).rejects.toThrow(TypeError)
      await expect(failure).rejects.toThrow('"expiresIn" must be a positive whole number of seconds')
    },
  )

  it('rejects a lifetime in milliseconds', async () => {
    await expect(generateSecureSignature('key', { expiresIn: 1_800_000 })).rejects.toThrow(
      /If it is in milliseconds/,
    )
    expect(await generateSecureSignature('key', { expiresIn: 604_800 }, longAgo)).toMatchObject({
      secureExpire: '604800',
    })
  })

  it.each([1.5, -1, Number.NaN, new Date('never'), '1454903856'])(
    'rejects %j as a moment',
    async (expiresAt) => {
      await expect(generateSecureSignature('key', { expiresAt: expiresAt as number })).rejects.toThrow(
        '"expiresAt" must be a valid Date or a whole number of Unix seconds.',
      )
    },
  )

  it('rejects a moment in milliseconds', async () => {
    await expect(generateSecureSignature('key', { expiresAt: Date.now() + 60_000 })).rejects.toThrow(
      /"expiresAt" must be in Unix seconds/,
    )
  })

  it('rejects a moment in the past, and the present', async () => {
    const now = () => 10_000
    await expect(generateSecureSignature('key', { expiresAt: 9 }, { now })).rejects.toThrow(/in the future/)
    await expect(generateSecureSignature('key', { expiresAt: 10 }, { now })).rejects.toThrow(/in the future/)
    expect(await generateSecureSignature('key', { expiresAt: 11 }, { now })).toMatchObject({
      secureExpire: '11',
    })
  })

  it('rejects both a lifetime and a moment, and neither', async () => {
    const both = { expiresIn: 60, expiresAt: 4_000_000_000 } as unknown as { expiresIn: number }
    await expect(generateSecureSignature('key', both)).rejects.toThrow(/not both/)
    await expect(generateSecureSignature('key', {} as { expiresIn: number })).rejects.toThrow(
      '"expiresIn" must be',
    )
  })

  it('does not expose the secret in its errors', async () => {
    const failure: unknown = await generateSecureSignature('s3cret-value', { expiresIn: 0 }).catch(
      (error: unknown) => error,
    )
    expect(String(failure)).not.toContain('s3cret')
  })
})
