import nodeCrypto from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUploadReceiptVerifier } from '../../src/internal/index.js'
import { generateUploadReceipt } from '../../src/index.js'

const SECRET = 'a secret of the backend'
const NOW_MS = 1_795_460_400_000
const now = () => NOW_MS
const claims = { subject: 'user-42', publicKey: 'demopublickey', tokenId: 'token-1', route: 'avatar' }

const receiptOf = (options = {}) =>
  generateUploadReceipt(SECRET, { ...claims, expiresIn: 60, ...options }, { now })

afterEach(() => {
  vi.restoreAllMocks()
})

describe('an upload receipt verifier', () => {
  it('verifies the signature of a receipt once for all files that have it', async () => {
    const receipt = await receiptOf()
    // Tests of other files leave keys, and make this runtime look like one without Node's crypto.
    vi.resetModules()
    const fresh = await import('../../src/internal/index.js')
    const createHmac = vi.spyOn(nodeCrypto, 'createHmac')
    const verify = fresh.createUploadReceiptVerifier(SECRET, {})
    // The first use of Node's crypto tries it.
    await verify(await receiptOf({ tokenId: 'token-2' }), { now })
    createHmac.mockClear()
    const verdicts = await Promise.all([verify(receipt, { now }), verify(receipt, { now })])
    verdicts.push(await verify(receipt, { now }))
    expect(verdicts.map(({ valid }) => valid)).toStrictEqual([true, true, true])
    expect(createHmac).toHaveBeenCalledTimes(1)
  })

  it('verifies the signature of each receipt that differs', async () => {
    const verify = createUploadReceiptVerifier(SECRET, {})
    const receipt = await receiptOf()
    expect(await verify(receipt, { now })).toMatchObject({ valid: true })
    expect(await verify(`${receipt.slice(0, -43)}${'A'.repeat(43)}`, { now })).toMatchObject({
      valid: false,
      reason: 'mismatch',
    })
    expect(await verify(receipt, { now })).toMatchObject({ valid: true })
  })

  it('checks time and metadata again for each file with the same receipt', async () => {
    const receipt = await receiptOf({ metadata: { album: 'summer' } })
    const verify = createUploadReceiptVerifier(SECRET, {})
    const reasonOf = async (file: object) => {
      const verdict = await verify(receipt, { now, metadata: { album: 'summer' }, ...file })
      return verdict.valid ? 'valid' : verdict.reason
    }
    expect(await reasonOf({})).toBe('valid')
    expect(await reasonOf({ now: () => NOW_MS + 61_000 })).toBe('expired')
    expect(await reasonOf({ now: () => NOW_MS - 31_000 })).toBe('too-early')
    expect(await reasonOf({ metadata: { album: 'winter' } })).toBe('mismatch')
    expect(await reasonOf({ metadata: {} })).toBe('mismatch')
    expect(await reasonOf({})).toBe('valid')
  })

  it('checks project and route of each receipt', async () => {
    const verify = createUploadReceiptVerifier(SECRET, { publicKey: 'demopublickey', route: 'avatar' })
    const reasonOf = async (options: object) => {
      const verdict = await verify(await receiptOf(options), { now })
      return verdict.valid ? 'valid' : verdict.reason
    }
    expect(await reasonOf({})).toBe('valid')
    expect(await reasonOf({ publicKey: 'other' })).toBe('other-project')
    expect(await reasonOf({ route: 'attachments' })).toBe('other-route')
    expect(await reasonOf({})).toBe('valid')
  })

  it.each([
    [
      'the public key as the secret',
      ['demopublickey'],
      { publicKey: 'demopublickey' },
      '"secret" is the same',
    ],
    ['an empty list of secrets', [], {}, '"secrets" must contain at least one secret.'],
    ['an empty public key', SECRET, { publicKey: '' }, '"publicKey" must be a non-empty string.'],
    ['an invalid route', SECRET, { route: 'a b' }, '"route" must have 1 to 32'],
  ])('is not created with %s', (_what, secrets, expected, message) => {
    expect(() => createUploadReceiptVerifier(secrets, expected)).toThrow(new RegExp(`^${message}`))
  })

  it('shares no verdict with a verifier that has another secret', async () => {
    const receipt = await receiptOf()
    expect(await createUploadReceiptVerifier(SECRET, {})(receipt, { now })).toMatchObject({ valid: true })
    expect(await createUploadReceiptVerifier('another secret', {})(receipt, { now })).toMatchObject({
      reason: 'mismatch',
    })
  })
})
