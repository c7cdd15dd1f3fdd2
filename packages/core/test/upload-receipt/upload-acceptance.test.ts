import { createHmac, hkdfSync } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  generateUploadAcceptance,
  generateUploadReceipt,
  verifyUploadAcceptance,
  verifyUploadReceipt,
} from '../../src/index.js'

const SECRET = 'a secret of the backend'
const file = { uuid: 'c0d776d4-8c8e-47df-9e92-03b68b99c2ba', subject: 'user-42', route: 'avatar' }
const record = await generateUploadAcceptance(SECRET, file)

const verify = (value: unknown, expected = file) => verifyUploadAcceptance(SECRET, value as string, expected)

describe('an acceptance record', () => {
  it('is signed like Node’s HKDF and HMAC', () => {
    const key = hkdfSync('sha256', SECRET, '', 'secure-uploading/upload-acceptance/1', 32)
    const mac = createHmac('sha256', Buffer.from(key))
      .update(JSON.stringify([file.uuid, file.subject, file.route]))
      .digest('base64url')
    expect(record).toBe(`ua1.${mac}`)
  })

  it('is the same for the same file, and contains neither subject nor route', async () => {
    expect(await generateUploadAcceptance(SECRET, { ...file, uuid: file.uuid.toUpperCase() })).toBe(record)
    expect(Buffer.from(record.slice(4), 'base64url').toString('latin1')).not.toContain('user-42')
  })

  it('is valid for its own file, user and route only', async () => {
    expect(await verify(record)).toEqual({ valid: true })
    for (const other of [
      { uuid: 'c0d776d4-8c8e-47df-9e92-03b68b99c2bb' },
      { subject: 'user-43' },
      { route: 'attachments' },
    ]) {
      expect(await verify(record, { ...file, ...other })).toMatchObject({ valid: false, reason: 'mismatch' })
    }
  })

  it('is not valid for fields that are joined differently', async () => {
    const one = await generateUploadAcceptance(SECRET, { ...file, subject: 'a","b', route: 'c' })
    expect(await verify(one, { ...file, subject: 'a', route: 'b' })).toMatchObject({ reason: 'mismatch' })
  })

  it('is valid with any of several secrets, and with no other', async () => {
    expect(await verifyUploadAcceptance(['new', SECRET], record, file)).toEqual({ valid: true })
    expect(await verifyUploadAcceptance(['new', 'newer'], record, file)).toMatchObject({ reason: 'mismatch' })
  })

  it.each([
    [undefined, 'missing'],
    [null, 'missing'],
    ['', 'missing'],
    [42, 'malformed'],
    [{}, 'malformed'],
    [[record], 'malformed'],
    ['nonsense', 'malformed'],
    [`${record}=`, 'malformed'],
    [` ${record}`, 'malformed'],
    [record.replace('ua1', 'ua2'), 'malformed'],
    [record.slice(0, -1), 'malformed'],
  ])('is refused if it is %j', async (value, reason) => {
    expect(await verify(value)).toMatchObject({ valid: false, reason })
  })

  it('is refused after a change of any character', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(record.length - 1),
        fc.constantFrom('A', 'z', '0', '-'),
        async (at, character) => {
          const forged = record.slice(0, at) + character + record.slice(at + 1)
          expect((await verify(forged)).valid).toBe(forged === record)
        },
      ),
    )
  })

  it('is never a valid receipt, and a receipt is never a valid record', async () => {
    expect(await verifyUploadReceipt(SECRET, record)).toMatchObject({ reason: 'malformed' })
    const receipt = await generateUploadReceipt(SECRET, {
      subject: 'user-42',
      publicKey: 'demopublickey',
      tokenId: 'x',
      expiresIn: 60,
    })
    expect(await verify(receipt)).toMatchObject({ reason: 'malformed' })
    expect(await verify(`ua1.${receipt.split('.')[2] ?? ''}`)).toMatchObject({ reason: 'mismatch' })
  })

  it.each([
    [{ ...file, uuid: 'x' }, '"uuid" must be the UUID of a file.'],
    [{ ...file, uuid: `${file.uuid}~1` }, '"uuid" must be the UUID of a file.'],
    [{ ...file, subject: '' }, '"subject" must be a non-empty string.'],
    [{ ...file, route: 'a b' }, '"route" must have 1 to 32'],
    [null, 'must be an object'],
  ])('is neither generated nor verified for %j', async (invalid, message) => {
    const acceptance = invalid as typeof file
    await expect(generateUploadAcceptance(SECRET, acceptance)).rejects.toThrow(message)
    await expect(verifyUploadAcceptance(SECRET, record, acceptance)).rejects.toThrow(message)
  })

  it('is refused without exposing the secret or the record', async () => {
    for (const value of [undefined, 'nonsense', record.replace(/.$/, 'A')]) {
      const output = JSON.stringify(await verify(value, { ...file, route: 'other' }))
      expect(output).not.toContain(SECRET)
      expect(output).not.toContain(record)
    }
  })
})
