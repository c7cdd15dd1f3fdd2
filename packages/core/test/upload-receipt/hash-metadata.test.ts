import { describe, expect, it } from 'vitest'
import { hashMetadata } from '../../src/upload-receipt/hash-metadata.js'

describe('hashMetadata', () => {
  it('gives the same hash for every order of the keys and every kind of line break, which forms send as CRLF', async () => {
    const hash = await hashMetadata({ a: 'x\ny', b: '\n\nz' })
    expect(await hashMetadata({ b: '\r\n\r\nz', a: 'x\r\ny' })).toBe(hash)
    expect(await hashMetadata({ a: 'x\ry', b: '\r\rz' })).toBe(hash)
  })

  it('gives half of an emoji, which forms send as U+FFFD, the hash of that character', async () => {
    const cut = 'party 🎉'.slice(0, -1)
    expect(await hashMetadata({ a: cut })).toBe(await hashMetadata({ a: 'party \uFFFD' }))
    expect(await hashMetadata({ a: 'party 🎉' })).not.toBe(await hashMetadata({ a: 'party \uFFFD' }))
  })

  it.each([
    { a: 'xy' },
    { a: 'x\n\ny' },
    { a: 'x y' },
    { a: 'x\ny', b: '' },
    { b: 'x\ny' },
    { a: 'x\u2028y' },
  ])('gives another hash for the metadata %j', async (metadata) => {
    expect(await hashMetadata(metadata)).not.toBe(await hashMetadata({ a: 'x\ny' }))
  })

  it('leaves out the receipt, and has no hash for nothing', async () => {
    expect(await hashMetadata({ a: 'x', uploadReceipt: 'ur1.…' })).toBe(await hashMetadata({ a: 'x' }))
    expect(await hashMetadata({ uploadReceipt: 'ur1.…' })).toBeUndefined()
  })
})
