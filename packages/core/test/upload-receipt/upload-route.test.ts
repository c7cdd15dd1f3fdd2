import { describe, expect, it } from 'vitest'
import { generateUploadReceipt, verifyUploadReceipt } from '../../src/index.js'

const SECRET = 'a secret of the backend'
const claims = { subject: 'user-42', publicKey: 'demopublickey', tokenId: 'token-1', expiresIn: 60 }

const generate = (options: object) => generateUploadReceipt(SECRET, { ...claims, ...options })
const verify = (receipt: string, options: object) => verifyUploadReceipt(SECRET, receipt, options)

describe('an upload receipt for a route', () => {
  it('is accepted for its own route only', async () => {
    const receipt = await generate({ route: 'avatar' })
    expect(await verify(receipt, { route: 'avatar' })).toMatchObject({
      valid: true,
      claims: { route: 'avatar' },
    })
    expect(await verify(receipt, { route: 'attachments' })).toEqual({
      valid: false,
      reason: 'other-route',
      hint: 'The upload receipt is for another upload route, or for none.',
    })
    expect(await verify(receipt, {})).toMatchObject({ valid: true, claims: { route: 'avatar' } })
  })

  it('is refused for a route if it has none', async () => {
    expect(await verify(await generate({}), { route: 'avatar' })).toMatchObject({ reason: 'other-route' })
  })

  it.each(['', 'a b', 'a/b', 'ä', 'x'.repeat(33), 7, null])(
    'is not generated for the name %j',
    async (route) => {
      await expect(generate({ route })).rejects.toThrow(/^"route" must have 1 to 32 letters/)
      await expect(verify('ur1.a.b', { route })).rejects.toThrow(/^"route" must have 1 to 32 letters/)
    },
  )
})

describe('an upload receipt for metadata', () => {
  const metadata = { album: '7', kind: 'holiday' }

  it('is accepted with the same metadata in any order, apart from the receipt itself', async () => {
    const receipt = await generate({ metadata })
    const sent = { kind: 'holiday', uploadReceipt: receipt, album: '7' }
    expect(await verify(receipt, { metadata: sent })).toMatchObject({ valid: true })
  })

  it.each([
    ['a changed value', { ...metadata, album: '8' }],
    ['a missing key', { album: '7' }],
    ['an additional key', { ...metadata, other: 'x' }],
    ['a key and a value that are joined differently', { 'album","7': 'kind', holiday: '' }],
    ['a number', { ...metadata, album: 7 }],
    ['a BigInt', { ...metadata, album: 7n }],
    ['null', null],
    ['undefined', undefined],
    ['a string', 'album'],
    ['a list', ['7']],
  ])('is refused with %s', async (_what, sent) => {
    expect(await verify(await generate({ metadata }), { metadata: sent })).toEqual({
      valid: false,
      reason: 'mismatch',
      hint: 'The file’s metadata differs from the signed metadata.',
    })
  })

  it('is accepted with any metadata if none was signed, or if the check is left out', async () => {
    for (const unbound of [await generate({}), await generate({ metadata: {} })]) {
      expect(await verify(unbound, { metadata })).toMatchObject({ valid: true })
    }
    expect(await verify(await generate({ metadata }), {})).toMatchObject({ valid: true })
  })

  it.each([
    [{ album: 7 }, '"metadata" must be an object of strings.'],
    // Its entries would not be bound.
    [new Map([['album', 'x']]), '"metadata" must be an object of strings.'],
    [new URLSearchParams('album=x'), '"metadata" must be an object of strings.'],
    [[], '"metadata" must be an object of strings.'],
    [null, '"metadata" must be an object of strings.'],
    ['text', '"metadata" must be an object of strings.'],
    [{ uploadReceipt: 'x' }, '"metadata.uploadReceipt" is reserved for the receipt.'],
  ])('is not generated for %j', async (invalid, message) => {
    await expect(generate({ metadata: invalid })).rejects.toThrow(message)
  })

  it('leaves room for a subject of 100 characters in 512 characters', async () => {
    const receipt = await generate({ metadata, route: 'r'.repeat(32), subject: 'x'.repeat(100) })
    expect(receipt.length).toBeLessThanOrEqual(512)
  })
})
