import { describe, expect, it } from 'vitest'
import { countOf } from '../../src/page/format/count-of.js'
import { formatBytes } from '../../src/page/format/format-bytes.js'
import { formatCountdown } from '../../src/page/format/format-countdown.js'
import { formatDuration } from '../../src/page/format/format-duration.js'
import { formatLifetime } from '../../src/page/format/format-lifetime.js'

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

describe('formatCountdown', () => {
  it('shows tenths only in the last ten seconds', () => {
    expect([12_340, 9960, 4240, -3].map(formatCountdown)).toEqual(['12 s', '10 s', '4.2 s', '0.0 s'])
  })
})

describe('formatLifetime', () => {
  it('formats short lifetimes in seconds and long ones in minutes', () => {
    expect([4996, 90_000, 1_799_950].map(formatLifetime)).toEqual(['5 sec', '90 sec', '30 min'])
  })
})

describe('countOf', () => {
  it('uses the singular for one and the plural for many', () => {
    expect([countOf(1, 'file'), countOf(40, 'file')]).toEqual(['1 file', '40 files'])
  })
})
