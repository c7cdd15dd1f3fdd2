import { createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  generateSecureSignature,
  generateUploadReceipt,
  UPLOAD_RECEIPT_METADATA_KEY,
  verifyAuthToken,
  verifySecureSignature,
  verifyUploadReceipt,
} from '../../src/index.js'

const SECRET = 'a secret of the backend'
const NOW_MS = 1_795_460_400_000
const now = () => NOW_MS
const claims = {
  subject: 'user-42',
  publicKey: 'demopublickey',
  tokenId: '5a3f6f0c-5f0e-4f0a-9d0c-1f2e3d4c5b6a',
}
// Made with Node’s HKDF and HMAC, independently of the code under test.
const receipt = makeReceipt({
  sub: 'user-42',
  aud: 'demopublickey',
  jti: claims.tokenId,
  iat: 1795460400,
  exp: 1795460460,
})

function makeReceipt(payload: unknown): string {
  const key = hkdfSync('sha256', SECRET, '', 'secure-uploading/upload-receipt/1', 32)
  const signed = `ur1.${Buffer.from(JSON.stringify(payload)).toString('base64url')}`
  return `${signed}.${createHmac('sha256', Buffer.from(key)).update(signed).digest('base64url')}`
}

const verify = (text: string | null | undefined, options = {}) =>
  verifyUploadReceipt(SECRET, text, { now, ...options })

describe('an upload receipt', () => {
  it('returns the subject, the project, the token ID and both times', async () => {
    expect(await verify(receipt)).toStrictEqual({
      valid: true,
      claims: { ...claims, issuedAt: new Date(NOW_MS), expiresAt: new Date(NOW_MS + 60_000) },
    })
  })

  it('is signed like Node’s HKDF and HMAC', async () => {
    expect(await generateUploadReceipt(SECRET, { ...claims, expiresIn: 60 }, { now })).toBe(receipt)
  })

  it.each<[string, unknown]>([
    ['is null', null],
    ['is a string', 'user-42'],
    ['has no subject', { aud: 'a', jti: 'b', iat: 1, exp: 2 }],
    ['has an empty subject', { sub: '', aud: 'a', jti: 'b', iat: 1, exp: 2 }],
    ['has a number as subject', { sub: 42, aud: 'a', jti: 'b', iat: 1, exp: 2 }],
    ['has no project', { sub: 'c', jti: 'b', iat: 1, exp: 2 }],
    ['has no token ID', { sub: 'c', aud: 'a', iat: 1, exp: 2 }],
    ['has no issue time', { sub: 'c', aud: 'a', jti: 'b', exp: 2 }],
    ['has no expiry', { sub: 'c', aud: 'a', jti: 'b', iat: 1 }],
    ['expires at a fraction of a second', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: 2.5 }],
    ['expires at a string', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: '2' }],
    ['has a route that is not a name', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: 2, rt: 'a b' }],
    ['has a number as route', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: 2, rt: 7 }],
    ['has a number as metadata hash', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: 2, md: 7 }],
    ['has an empty metadata hash', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: 2, md: '' }],
    ['expires later than any Date', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: 1e15 }],
  ])('is malformed if its signed payload %s', async (_what, payload) => {
    expect(await verify(makeReceipt(payload))).toMatchObject({ valid: false, reason: 'malformed' })
  })

  it('has a metadata key that is the same in all versions', () => {
    expect(UPLOAD_RECEIPT_METADATA_KEY).toBe('uploadReceipt')
  })

  it('is refused with an explanation', async () => {
    const hintOf = async (text: string | undefined, options = {}) => {
      const verdict = await verify(text, options)
      return verdict.valid ? '' : verdict.hint
    }
    expect(await hintOf(undefined)).toBe('The file has no upload receipt.')
    expect(await hintOf('nonsense')).toBe('The upload receipt is malformed.')
    expect(await hintOf(receipt.replace(/[^.]+$/, ''))).toContain('modified, or signed with another secret')
    expect(await hintOf(receipt, { now: () => NOW_MS + 61_000 })).toContain('had expired')
    expect(await hintOf(receipt, { publicKey: 'another' })).toContain('another project')
  })

  it('has at most 512 characters', async () => {
    const madeFor = async (length: number) =>
      generateUploadReceipt(SECRET, { ...claims, subject: 'x'.repeat(length), expiresIn: 60 }, { now })
    // Three characters of a subject are four of a receipt.
    const lengths = await Promise.all(
      [...Array(260).keys()].map(async (n) => (await madeFor(n + 1).catch(() => '')).length),
    )
    expect(Math.max(...lengths)).toBe(512)
  })

  it('fits into a metadata value for any subject, or is not generated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), async (subject) => {
        const made = await generateUploadReceipt(
          SECRET,
          { ...claims, subject, expiresIn: 60 },
          { now },
        ).catch((error: unknown) => error as TypeError)
        if (typeof made === 'string') {
          expect(made.length).toBeLessThanOrEqual(512)
          expect(made).toMatch(/^[A-Za-z0-9._-]+$/)
          expect(await verify(made)).toMatchObject({ valid: true, claims: { subject } })
        } else expect(made.message).toMatch(/^"subject" is too long: /)
      }),
    )
  })

  it('has room for a subject of 200 characters', async () => {
    const long = await generateUploadReceipt(SECRET, { ...claims, subject: 'x'.repeat(200), expiresIn: 60 })
    expect(long.length).toBeLessThanOrEqual(512)
  })

  it('is accepted during the second in which it expires, and refused after it', async () => {
    expect(await verify(receipt, { now: () => NOW_MS + 60_999 })).toMatchObject({ valid: true })
    expect(await verify(receipt, { now: () => NOW_MS + 61_000 })).toMatchObject({ reason: 'expired' })
  })

  it('is refused if the upload ended before it was issued, with a tolerance of 30 seconds', async () => {
    const at = (nowMs: number) => verify(receipt, { now: () => nowMs })
    expect(await at(NOW_MS - 31_000)).toEqual({
      valid: false,
      reason: 'too-early',
      hint: 'The upload ended before the upload receipt was issued.',
    })
    expect(await at(0)).toMatchObject({ reason: 'too-early' })
    expect(await at(NOW_MS - 30_000)).toMatchObject({ valid: true })
  })

  it('is verified with the system clock by default', async () => {
    expect(
      await verifyUploadReceipt(SECRET, await generateUploadReceipt(SECRET, { ...claims, expiresIn: 60 })),
    ).toMatchObject({
      valid: true,
    })
    const old = await generateUploadReceipt(SECRET, { ...claims, expiresIn: 60 }, { now: () => 0 })
    expect(await verifyUploadReceipt(SECRET, old)).toMatchObject({ reason: 'expired' })
  })

  it('is accepted only for its own project if a public key is passed', async () => {
    expect(await verify(receipt, { publicKey: 'demopublickey' })).toMatchObject({ valid: true })
    expect(await verify(receipt, { publicKey: 'another' })).toMatchObject({ reason: 'other-project' })
  })

  it.each([7, '', null])('is not verified with %j as the public key', async (publicKey) => {
    await expect(verify(receipt, { publicKey })).rejects.toThrow('"publicKey" must be a non-empty string.')
  })

  it.each([null, NOW_MS, () => Number.NaN, () => new Date(NOW_MS)])(
    'is not verified with %s as the clock',
    async (clock) => {
      await expect(verify(receipt, { now: clock })).rejects.toThrow('"now" must be a function')
    },
  )

  it('is accepted with any of several secrets, and with no other', async () => {
    expect(await verifyUploadReceipt(['new', SECRET], receipt, { now })).toMatchObject({ valid: true })
    expect(await verifyUploadReceipt(['new', 'newer'], receipt, { now })).toMatchObject({
      reason: 'mismatch',
    })
  })

  it.each([
    ['no receipt', undefined, 'missing'],
    ['null', null, 'missing'],
    ['an empty string', '', 'missing'],
    ['a number', 42 as unknown as string, 'malformed'],
    ['an object', {} as unknown as string, 'malformed'],
    ['false', false as unknown as string, 'malformed'],
    ['a list', [receipt] as unknown as string, 'malformed'],
    ['nonsense', 'nonsense', 'malformed'],
    ['a receipt of another version', receipt.replace('ur1', 'ur2'), 'malformed'],
    ['a receipt with a fourth part', `${receipt}.x`, 'malformed'],
    ['a receipt with padding', `${receipt}=`, 'malformed'],
    ['a receipt without its signature', receipt.replace(/[^.]+$/, ''), 'mismatch'],
    ['a payload that is not JSON', receipt.replace(/\.[^.]+\./, '.AAAA.'), 'malformed'],
    ['a payload without claims', receipt.replace(/\.[^.]+\./, '.e30.'), 'malformed'],
  ])('is refused if it is %s', async (_what, text, reason) => {
    expect(await verify(text)).toMatchObject({ valid: false, reason })
  })

  it('is refused after a change of any character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(receipt.length - 1),
        fc.constantFrom('A', 'z', '0', '9', '-', '_', '.'),
        async (at, character) => {
          const forged = receipt.slice(0, at) + character + receipt.slice(at + 1)
          expect((await verify(forged)).valid).toBe(forged === receipt)
        },
      ),
    )
  })

  it('signed with the project’s secret key is neither an upload signature nor an auth token', async () => {
    const made = await generateUploadReceipt(SECRET, { ...claims, expiresIn: 60 }, { now })
    const mac = made.split('.')[2] ?? ''
    const hex = Buffer.from(mac, 'base64url').toString('hex')
    expect(
      await verifySecureSignature(SECRET, { signature: hex, expire: '1795460460' }, { now }),
    ).toMatchObject({
      code: 'SignatureInvalidError',
    })
    expect(await verifyAuthToken(SECRET, made, { now })).toMatchObject({ code: 'AccessTokenInvalidError' })

    const { secureSignature } = await generateSecureSignature(SECRET, { expiresIn: 60 }, { now })
    const forged = receipt.replace(/[^.]+$/, Buffer.from(secureSignature, 'hex').toString('base64url'))
    expect(await verify(forged)).toMatchObject({ reason: 'mismatch' })
    const direct = createHmac('sha256', SECRET)
      .update(receipt.replace(/\.[^.]+$/, ''))
      .digest('base64url')
    expect(await verify(receipt.replace(/[^.]+$/, direct))).toMatchObject({ reason: 'mismatch' })
  })

  it('is refused without exposing a secret', async () => {
    for (const text of [undefined, 'ur1.a.b', receipt.replace('ur1.e', 'ur1.f'), `${receipt}x`]) {
      expect(JSON.stringify(await verify(text))).not.toContain(SECRET)
    }
  })

  it.each([
    [{ ...claims, subject: '', expiresIn: 60 }, '"subject", "publicKey" and "tokenId"'],
    [{ ...claims, publicKey: '', expiresIn: 60 }, '"subject", "publicKey" and "tokenId"'],
    [{ ...claims, tokenId: '', expiresIn: 60 }, '"subject", "publicKey" and "tokenId"'],
    [{ ...claims, expiresIn: 1_800_000 }, 'milliseconds'],
    [{ ...claims, subject: 'x'.repeat(300), expiresIn: 60 }, '"subject" is too long'],
  ])('is not generated from %j', async (options, message) => {
    await expect(generateUploadReceipt(SECRET, options, { now })).rejects.toThrow(message)
  })

  it.each(['demopublickey'])(
    'is neither generated nor verified with the public key as the secret: %j',
    async (secret) => {
      const message = '"secret" is the same as "publicKey"'
      const made = generateUploadReceipt(secret, { ...claims, expiresIn: 60 }, { now })
      await expect(made).rejects.toThrow(message)
      const { publicKey } = claims
      await expect(verifyUploadReceipt([SECRET, secret], receipt, { publicKey })).rejects.toThrow(message)
    },
  )

  it('is neither generated nor verified without a secret', async () => {
    await expect(generateUploadReceipt(' ', { ...claims, expiresIn: 60 })).rejects.toThrow(
      '"secret" is missing or blank',
    )
    await expect(verifyUploadReceipt('', receipt)).rejects.toThrow('"secret" is missing or blank')
    await expect(verifyUploadReceipt([], receipt)).rejects.toThrow('"secrets" must contain at least one')
  })
})
