import { describe, expect, test } from 'vitest'
import { generateSecureSignature } from '../../src/index.js'

const longAgo = { now: () => 0 }

describe('generateSecureSignature', () => {
  test.each([
    ['project_secret_key', 1454903856, 'd39a461d41f607338abffee5f31da4d4e46535651c87346e76906bf75c064d47'],
    ['project_secret_key', 1596699863, '9890adc8886d27c93befed595abfbca514b7592a88e2f64dbddbea2d369a68dc'],
    ['YOUR_SECRET_KEY', 1678361640, '93b69d086a487fbdfc36172b96a5d7f5afa7cb209e43e5f25890bc037e638584'],
  ])('signs %s and %i as Uploadcare does', async (secretKey, expiresAt, signature) => {
    expect(await generateSecureSignature(secretKey, { expiresAt }, longAgo)).toEqual({
      secureSignature: signature,
      secureExpire: String(expiresAt),
    })
  })

  test('rounds the current time up, so that a token never lives shorter than asked', async () => {
    const { secureExpire } = await generateSecureSignature(
      'key',
      { expiresIn: 120 },
      { now: () => 1_000_001 },
    )
    expect(secureExpire).toBe('1121')
  })

  test('accepts a Date, rounded up to the second', async () => {
    const { secureExpire } = await generateSecureSignature('key', { expiresAt: new Date(5_000_001) }, longAgo)
    expect(secureExpire).toBe('5001')
  })

  test('takes the computer’s clock unless it is given another', async () => {
    const before = Math.ceil(Date.now() / 1000)
    const { secureExpire } = await generateSecureSignature('key', { expiresIn: 30 })
    expect(Number(secureExpire)).toBeGreaterThanOrEqual(before + 30)
    expect(Number(secureExpire)).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000) + 30)
  })

  test.each(['', '   ', '\n', undefined, null, 42])('refuses %j as a secret key', async (secretKey) => {
    await expect(generateSecureSignature(secretKey as string, { expiresIn: 60 })).rejects.toThrow(
      /^"secretKey" must be the secret key/,
    )
  })

  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '60'])(
    'refuses a lifetime of %j',
    async (expiresIn) => {
      const failure = generateSecureSignature('key', { expiresIn: expiresIn as number })
      await expect(failure).rejects.toThrow(TypeError)
      await expect(failure).rejects.toThrow('"expiresIn" must be a positive whole number of seconds')
    },
  )

  test('refuses a lifetime that is plainly milliseconds', async () => {
    await expect(generateSecureSignature('key', { expiresIn: 1_800_000 })).rejects.toThrow(
      /looks like milliseconds/,
    )
    expect(await generateSecureSignature('key', { expiresIn: 604_800 }, longAgo)).toMatchObject({
      secureExpire: '604800',
    })
  })

  test.each([1.5, -1, Number.NaN, new Date('never'), '1454903856'])(
    'refuses %j as a moment',
    async (expiresAt) => {
      await expect(generateSecureSignature('key', { expiresAt: expiresAt as number })).rejects.toThrow(
        '"expiresAt" must be a valid Date or a whole number of Unix seconds',
      )
    },
  )

  test('refuses a moment in milliseconds', async () => {
    await expect(generateSecureSignature('key', { expiresAt: Date.now() + 60_000 })).rejects.toThrow(
      /"expiresAt" must be in Unix seconds/,
    )
  })

  test('refuses a moment that has passed, and the present', async () => {
    const now = () => 10_000
    await expect(generateSecureSignature('key', { expiresAt: 9 }, { now })).rejects.toThrow(/in the future/)
    await expect(generateSecureSignature('key', { expiresAt: 10 }, { now })).rejects.toThrow(/in the future/)
    expect(await generateSecureSignature('key', { expiresAt: 11 }, { now })).toMatchObject({
      secureExpire: '11',
    })
  })

  test('refuses a lifetime together with a moment, and neither', async () => {
    const both = { expiresIn: 60, expiresAt: 4_000_000_000 } as unknown as { expiresIn: number }
    await expect(generateSecureSignature('key', both)).rejects.toThrow(/not both/)
    await expect(generateSecureSignature('key', {} as { expiresIn: number })).rejects.toThrow(
      '"expiresIn" must be',
    )
  })

  test('names neither the secret nor anything of it when it refuses', async () => {
    const failure: unknown = await generateSecureSignature('s3cret-value', { expiresIn: 0 }).catch(
      (error: unknown) => error,
    )
    expect(String(failure)).not.toContain('s3cret')
  })
})
