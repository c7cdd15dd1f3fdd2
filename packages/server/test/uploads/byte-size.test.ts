import { describe, expect, it } from 'vitest'
import { parseByteSize } from '../../src/uploads/byte-size.js'

describe('a size', () => {
  it.each([
    [1, 1],
    [5_000_000, 5_000_000],
    ['5MB', 5_000_000],
    ['5MiB', 5_242_880],
    ['1KB', 1000],
    ['1KiB', 1024],
    ['2GB', 2_000_000_000],
    ['2GiB', 2_147_483_648],
    ['1.5MB', 1_500_000],
    ['0.3KiB', 307],
    ['1.005KB', 1005],
    ['8.203MB', 8_203_000],
    ['1.000000001GB', 1_000_000_001],
    ['0.0009765625MiB', 1024],
    ['1.0009KB', 1000],
  ])('of %j is parsed to %i bytes', (size, bytes) => {
    expect(parseByteSize('maxBytes', size)).toBe(bytes)
  })

  it.each([
    0,
    -1,
    1.5,
    NaN,
    Infinity,
    2 ** 53,
    '5',
    '5mb',
    '5 MB',
    'MB',
    '5TB',
    '-5MB',
    '0MB',
    '1e3KB',
    '',
    null,
    true,
    new Number(5),
    '5.MB',
    '.5MB',
    '0.0001KB',
    '٥MB',
    `${'9'.repeat(400)}MB`,
  ])('of %j is rejected with a message that names the option', (size) => {
    expect(() => parseByteSize('avatar.maxBytes', size)).toThrow(
      /"avatar\.maxBytes" must be a positive whole/,
    )
  })

  it('that is a bigint is rejected with a message that names the option', () => {
    expect(() => parseByteSize('avatar.maxBytes', 5n)).toThrow(/"avatar\.maxBytes" must be a positive whole/)
  })
})
