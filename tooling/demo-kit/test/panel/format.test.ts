import { countOf, formatBytes, formatDuration } from '@secure-uploading/demo-kit/texts'
import { describe, expect, it } from 'vitest'

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [999_949, '999.9 kB'],
    [999_951, '1 MB'],
    [31_457_280, '31.5 MB'],
    [5_000_000_000_000, '5,000 GB'],
  ])('formats %i bytes as "%s"', (bytes, text) => {
    expect(formatBytes(bytes)).toBe(text)
  })
})

describe('formatDuration', () => {
  it.each([
    [-5, '0 s'],
    [4200, '4 s'],
    [59_600, '1:00'],
    [1_781_000, '29:41'],
    [7_500_000, '2 h 05 min'],
  ])('formats %i ms as "%s"', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text)
  })
})

describe('countOf', () => {
  it('uses the singular for one and the plural for many', () => {
    expect([countOf(1, 'file'), countOf(40, 'file')]).toEqual(['1 file', '40 files'])
  })
})
