import { createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
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
// By Node’s own HKDF and HMAC, so that what is under test judges what it has not made.
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
  test('says whom the token was given to, for which project, and until when', async () => {
    expect(await verify(receipt)).toEqual({
      valid: true,
      claims: { ...claims, issuedAt: new Date(NOW_MS), expiresAt: new Date(NOW_MS + 60_000) },
    })
  })

  test('is made as Node’s own HKDF and HMAC make it', async () => {
    expect(await generateUploadReceipt(SECRET, { ...claims, expiresIn: 60 }, { now })).toBe(receipt)
  })

  test.each<[string, unknown]>([
    ['says null', null],
    ['says a text', 'user-42'],
    ['has no subject', { aud: 'a', jti: 'b', iat: 1, exp: 2 }],
    ['has an empty subject', { sub: '', aud: 'a', jti: 'b', iat: 1, exp: 2 }],
    ['has a number for a subject', { sub: 42, aud: 'a', jti: 'b', iat: 1, exp: 2 }],
    ['has no project', { sub: 'c', jti: 'b', iat: 1, exp: 2 }],
    ['has no name', { sub: 'c', aud: 'a', iat: 1, exp: 2 }],
    ['has no start', { sub: 'c', aud: 'a', jti: 'b', exp: 2 }],
    ['has no end', { sub: 'c', aud: 'a', jti: 'b', iat: 1 }],
    ['ends at a fraction of a second', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: 2.5 }],
    ['ends at a text', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: '2' }],
    ['ends later than any Date can', { sub: 'c', aud: 'a', jti: 'b', iat: 1, exp: 1e15 }],
  ])('that %s is none, although one of the secrets signed it', async (_what, payload) => {
    expect(await verify(makeReceipt(payload))).toMatchObject({ valid: false, reason: 'malformed' })
  })

  test('goes into the metadata under a name that backends and browsers of other versions know', () => {
    expect(UPLOAD_RECEIPT_METADATA_KEY).toBe('uploadReceipt')
  })

  test('says in words why it is refused', async () => {
    const hintOf = async (text: string | undefined, options = {}) => {
      const verdict = await verify(text, options)
      return verdict.valid ? '' : verdict.hint
    }
    expect(await hintOf(undefined)).toBe('The file has no upload receipt.')
    expect(await hintOf('nonsense')).toBe('What the file has for an upload receipt is none.')
    expect(await hintOf(receipt.replace(/[^.]+$/, ''))).toContain('changed, or made with another secret')
    expect(await hintOf(receipt, { now: () => NOW_MS + 61_000 })).toContain('had ended')
    expect(await hintOf(receipt, { publicKey: 'another' })).toContain('another project')
  })

  test('may have 512 characters and not one more', async () => {
    const madeFor = async (length: number) =>
      generateUploadReceipt(SECRET, { ...claims, subject: 'x'.repeat(length), expiresIn: 60 }, { now })
    // Three characters of a subject are four of a receipt.
    const lengths = await Promise.all(
      [...Array(260).keys()].map(async (n) => (await madeFor(n + 1).catch(() => '')).length),
    )
    expect(Math.max(...lengths)).toBe(512)
  })

  test('fits into a file’s metadata, whatever the subject is, or is not made', async () => {
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
        } else expect(made.message).toMatch(/^"subject" is too long for a receipt/)
      }),
    )
  })

  test('takes a subject of 200 characters', async () => {
    const long = await generateUploadReceipt(SECRET, { ...claims, subject: 'x'.repeat(200), expiresIn: 60 })
    expect(long.length).toBeLessThanOrEqual(512)
  })

  test('is accepted in the very second in which it ends, and refused after', async () => {
    expect(await verify(receipt, { now: () => NOW_MS + 60_999 })).toMatchObject({ valid: true })
    expect(await verify(receipt, { now: () => NOW_MS + 61_000 })).toMatchObject({ reason: 'expired' })
  })

  test('is judged by the computer’s clock unless it is given another', async () => {
    expect(
      await verifyUploadReceipt(SECRET, await generateUploadReceipt(SECRET, { ...claims, expiresIn: 60 })),
    ).toMatchObject({
      valid: true,
    })
    const old = await generateUploadReceipt(SECRET, { ...claims, expiresIn: 60 }, { now: () => 0 })
    expect(await verifyUploadReceipt(SECRET, old)).toMatchObject({ reason: 'expired' })
  })

  test('is good for its project alone where the project is told', async () => {
    expect(await verify(receipt, { publicKey: 'demopublickey' })).toMatchObject({ valid: true })
    expect(await verify(receipt, { publicKey: 'another' })).toMatchObject({ reason: 'other-project' })
  })

  test('is accepted by any of several secrets, and by no other', async () => {
    expect(await verifyUploadReceipt(['new', SECRET], receipt, { now })).toMatchObject({ valid: true })
    expect(await verifyUploadReceipt(['new', 'newer'], receipt, { now })).toMatchObject({
      reason: 'mismatch',
    })
  })

  test.each([
    ['no receipt', undefined, 'missing'],
    ['null', null, 'missing'],
    ['an empty one', '', 'missing'],
    ['nonsense', 'nonsense', 'malformed'],
    ['a receipt of another version', receipt.replace('ur1', 'ur2'), 'malformed'],
    ['a receipt with a part more', `${receipt}.x`, 'malformed'],
    ['a receipt with another spelling of its end', `${receipt}=`, 'malformed'],
    ['a receipt without its signature', receipt.replace(/[^.]+$/, ''), 'mismatch'],
    ['a payload that is no JSON', receipt.replace(/\.[^.]+\./, '.AAAA.'), 'malformed'],
    ['a payload without claims', receipt.replace(/\.[^.]+\./, '.e30.'), 'malformed'],
  ])('is not %s', async (_what, text, reason) => {
    expect(await verify(text)).toMatchObject({ valid: false, reason })
  })

  test('does not survive a change of any character', async () => {
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

  test('made with the project’s own secret key is neither an upload signature nor an auth token', async () => {
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

  test('never tells a secret in what it says of a wrong one', async () => {
    for (const text of [undefined, 'ur1.a.b', receipt.replace('ur1.e', 'ur1.f'), `${receipt}x`]) {
      expect(JSON.stringify(await verify(text))).not.toContain(SECRET)
    }
  })

  test.each([
    [{ ...claims, subject: '', expiresIn: 60 }, '"subject", "publicKey" and "tokenId"'],
    [{ ...claims, publicKey: '', expiresIn: 60 }, '"subject", "publicKey" and "tokenId"'],
    [{ ...claims, tokenId: '', expiresIn: 60 }, '"subject", "publicKey" and "tokenId"'],
    [{ ...claims, expiresIn: 1_800_000 }, 'milliseconds'],
    [{ ...claims, subject: 'x'.repeat(300), expiresIn: 60 }, '"subject" is too long for a receipt'],
  ])('is not made of %j', async (options, message) => {
    await expect(generateUploadReceipt(SECRET, options, { now })).rejects.toThrow(message)
  })

  test.each(['demopublickey', 'demopublickey\n'])(
    'is neither made nor judged with the public key for a secret: %j',
    async (secret) => {
      const message = '"secret" is the same as "publicKey"'
      const made = generateUploadReceipt(secret, { ...claims, expiresIn: 60 }, { now })
      await expect(made).rejects.toThrow(message)
      const { publicKey } = claims
      await expect(verifyUploadReceipt([SECRET, secret], receipt, { publicKey })).rejects.toThrow(message)
    },
  )

  test('is neither made nor judged without a secret', async () => {
    await expect(generateUploadReceipt(' ', { ...claims, expiresIn: 60 })).rejects.toThrow('"secret" must be')
    await expect(verifyUploadReceipt('', receipt)).rejects.toThrow('"secret" must be')
    await expect(verifyUploadReceipt([], receipt)).rejects.toThrow('"secrets" must hold at least one')
  })
})
