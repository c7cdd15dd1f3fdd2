import { describe, expect, it } from 'vitest'
import { partBytesOf } from '../../src/upload/upload-multipart.js'

const MEBIBYTE = 1024 ** 2
const GIBIBYTE = 1024 ** 3

describe('partBytesOf', () => {
  it.each([
    [10 * MEBIBYTE, undefined, 5 * MEBIBYTE],
    [48 * GIBIBYTE, undefined, 5 * MEBIBYTE],
    [60 * GIBIBYTE, undefined, 7 * MEBIBYTE],
    [5 * 1024 * GIBIBYTE, undefined, 525 * MEBIBYTE],
    [60 * GIBIBYTE, 100 * MEBIBYTE, 100 * MEBIBYTE],
  ])('of %i bytes with multipartChunkSize %s is %i', (sizeBytes, multipartChunkSize, expected) => {
    const options = multipartChunkSize === undefined ? {} : { multipartChunkSize }
    const partBytes = partBytesOf(sizeBytes, options)
    expect(partBytes).toBe(expected)
    expect(Math.ceil(sizeBytes / partBytes)).toBeLessThanOrEqual(10_000)
  })

  it('keeps the default for exactly 10,000 parts, and raises it for one byte more', () => {
    expect(partBytesOf(10_000 * 5 * MEBIBYTE, {})).toBe(5 * MEBIBYTE)
    expect(partBytesOf(10_000 * 5 * MEBIBYTE + 1, {})).toBe(6 * MEBIBYTE)
  })
})
