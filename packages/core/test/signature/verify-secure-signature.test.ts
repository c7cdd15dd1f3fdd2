import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { verifySecureSignature } from '../../src/index.js'
import { recordHmacs } from '../hmac/record-hmacs.js'

afterEach(() => {
  vi.restoreAllMocks()
})

const SECRET_KEY = 'project_secret_key'
const EXPIRE = '1454903856'
const SIGNATURE = 'd39a461d41f607338abffee5f31da4d4e46535651c87346e76906bf75c064d47'
const now = (): number => 1454900000_000

const verify = (wire: { signature?: string; expire?: string }) =>
  verifySecureSignature(SECRET_KEY, wire, { now })

const signatureOf = (key: string, expire: string | number): string =>
  createHmac('sha256', key).update(String(expire)).digest('hex')

describe('verifySecureSignature', () => {
  it('accepts a signature of the project’s secret key', async () => {
    expect(await verify({ signature: SIGNATURE, expire: EXPIRE })).toEqual({ valid: true })
  })

  it.each([
    [{ expire: EXPIRE }, 400, 'SignatureRequiredError', "'signature' is required."],
    [{}, 400, 'SignatureRequiredError', "'signature' is required."],
    [{ signature: '', expire: 'x' }, 400, 'SignatureRequiredError', "'signature' is required."],
    [{ signature: SIGNATURE }, 400, 'SignatureExpirationRequiredError', "'expire' is required."],
    [
      { signature: 'x', expire: 'soon' },
      400,
      'SignatureExpirationInvalidError',
      "'expire' must be a UNIX timestamp.",
    ],
    [
      { signature: 'x', expire: '1454903856.5' },
      400,
      'SignatureExpirationInvalidError',
      "'expire' must be a UNIX timestamp.",
    ],
    [
      { signature: 'x', expire: '-1' },
      400,
      'SignatureExpirationInvalidError',
      "'expire' must be a UNIX timestamp.",
    ],
    [
      { signature: 'x', expire: '253402300800' },
      400,
      'SignatureExpirationInvalidError',
      "'expire' must be a UNIX timestamp.",
    ],
    [{ signature: 'x', expire: '1454899999' }, 403, 'SignatureExpirationError', 'Expired signature.'],
    [{ signature: 'x', expire: EXPIRE }, 403, 'SignatureInvalidError', 'Invalid signature.'],
  ])('rejects %j like Uploadcare, with %i', async (wire, status, code, message) => {
    expect(await verify(wire)).toMatchObject({ valid: false, status, code, message })
  })

  it.each<[string, unknown, string, string | undefined]>([
    ['null', null, 'SignatureRequiredError', undefined],
    ['undefined', undefined, 'SignatureRequiredError', undefined],
    ['a string', 'signature', 'SignatureRequiredError', undefined],
    [
      'a signature that is a number',
      { signature: 42, expire: EXPIRE },
      'SignatureInvalidError',
      'It must be a string of 64 hex digits.',
    ],
    [
      'a signature that is a list',
      { signature: [SIGNATURE], expire: EXPIRE },
      'SignatureInvalidError',
      'It must be a string of 64 hex digits.',
    ],
    [
      'a signature that is false',
      { signature: false, expire: EXPIRE },
      'SignatureInvalidError',
      expect.any(String) as string,
    ],
    [
      'an expiry that is a number',
      { signature: SIGNATURE, expire: Number(EXPIRE) },
      'SignatureExpirationInvalidError',
      '"expire" must be a string of decimal digits.',
    ],
    [
      'an expiry that is a list',
      { signature: SIGNATURE, expire: [EXPIRE] },
      'SignatureExpirationInvalidError',
      '"expire" must be a string of decimal digits.',
    ],
  ])('returns a verdict for %s', async (_what, wire, code, hint) => {
    expect(await verify(wire as never)).toMatchObject({ valid: false, code, ...(hint && { hint }) })
  })

  it('accepts an expiry up to the last second of the year 9999', async () => {
    const wire = { signature: '0'.repeat(64), expire: '253402300799' }
    expect(await verify(wire)).toMatchObject({ code: 'SignatureInvalidError' })
  })

  it('returns no hint for an unknown mistake', async () => {
    const verdict = await verify({ signature: '0'.repeat(64), expire: EXPIRE })
    expect(verdict).not.toHaveProperty('hint')
  })

  it('accepts a signature during the second in which it expires', async () => {
    const wire = { signature: SIGNATURE, expire: EXPIRE }
    const at = (nowMs: number) => verifySecureSignature(SECRET_KEY, wire, { now: () => nowMs })
    expect(await at(Number(EXPIRE) * 1000 + 999)).toEqual({ valid: true })
    expect(await at(Number(EXPIRE) * 1000 + 1000)).toMatchObject({ code: 'SignatureExpirationError' })
  })

  it('uses the system clock by default', async () => {
    expect(await verifySecureSignature(SECRET_KEY, { signature: SIGNATURE, expire: EXPIRE })).toMatchObject({
      code: 'SignatureExpirationError',
    })
  })

  it('accepts a signature of any of several secret keys', async () => {
    const wire = { signature: SIGNATURE, expire: EXPIRE }
    expect(await verifySecureSignature(['new', SECRET_KEY], wire, { now })).toEqual({ valid: true })
    expect(await verifySecureSignature(['new', 'newer'], wire, { now })).toMatchObject({
      code: 'SignatureInvalidError',
    })
  })

  it('throws a TypeError without a secret key', async () => {
    await expect(verifySecureSignature([], {})).rejects.toThrow(
      '"secretKeys" must contain at least one secret.',
    )
    await expect(verifySecureSignature('', {})).rejects.toThrow(TypeError)
    await expect(verifySecureSignature(['key', ' '], {})).rejects.toThrow(TypeError)
  })

  it('rejects a signature with any other digit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(63), fc.integer({ min: 0, max: 15 }), async (position, digit) => {
        const forged = SIGNATURE.slice(0, position) + digit.toString(16) + SIGNATURE.slice(position + 1)
        expect((await verify({ signature: forged, expire: EXPIRE })).valid).toBe(forged === SIGNATURE)
      }),
    )
  })

  it('computes no HMAC twice to find a hint', async () => {
    const hmacs = recordHmacs()
    await verify({ signature: '0'.repeat(64), expire: EXPIRE })
    const computed = hmacs().map(({ secret, text }) => `${secret}:${text}`)
    expect(computed).toContain(`${SECRET_KEY}\n:${EXPIRE}`)
    expect(computed.filter((one, index) => computed.indexOf(one) !== index)).toEqual([])
  })

  describe('hint', () => {
    const hintFor = async (signature: string, expire = EXPIRE): Promise<string | undefined> => {
      const verdict = await verify({ signature, expire })
      if (verdict.valid) throw new Error('the signature was accepted')
      expect(verdict.hint ?? '').not.toContain(SECRET_KEY)
      expect(verdict.hint ?? '').not.toContain(signature)
      return verdict.hint
    }

    it('recognizes expire in milliseconds', async () => {
      expect(await hintFor(SIGNATURE, '1454903856000')).toMatch(/milliseconds/)
    })

    it('recognizes that milliseconds were signed and seconds sent', async () => {
      const signature = createHmac('sha256', SECRET_KEY).update(`${EXPIRE}000`).digest('hex')
      expect(await hintFor(signature)).toMatch(/milliseconds/)
    })

    it('recognizes MD5, the scheme before HMAC, in the specification’s own example', async () => {
      const md5 = createHash('md5')
        .update(SECRET_KEY + EXPIRE)
        .digest('hex')
      expect(md5).toBe('46f70d2b4fb6196daeb2c16bf44a7f1e')
      expect(await hintFor(md5)).toMatch(/MD5/)
    })

    it('recognizes a signature in upper case', async () => {
      expect(await hintFor(SIGNATURE.toUpperCase())).toMatch(/lower case/)
    })

    it('recognizes Base64, and values that are not an HMAC', async () => {
      expect(await hintFor(Buffer.from(SIGNATURE, 'hex').toString('base64'))).toMatch(/Base64/)
      expect(await hintFor('nonsense')).toMatch(/64 digits/)
    })

    it.each([`${SECRET_KEY}\n`, ` ${SECRET_KEY}`, `${SECRET_KEY}\r\n`])(
      'recognizes that the signing key was %j',
      async (key) => {
        expect(await hintFor(signatureOf(key, EXPIRE))).toMatch(/whitespace/)
      },
    )

    it.each([-60, -1, 1, 60])('recognizes that an expiry %i seconds away was signed', async (offset) => {
      const signed = Number(EXPIRE) + offset
      expect(await hintFor(signatureOf(SECRET_KEY, signed))).toContain(
        `${signed} was signed, ${EXPIRE} was sent`,
      )
    })

    it('is undefined for a signature of another key', async () => {
      expect(await hintFor(signatureOf('quite another key', EXPIRE))).toBeUndefined()
    })
  })
})
