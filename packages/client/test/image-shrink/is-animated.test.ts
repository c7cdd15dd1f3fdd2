import { describe, expect, it } from 'vitest'
import { isAnimated } from '../../src/image-shrink/is-animated.js'

const blobOf = (...parts: (string | number[])[]): Blob =>
  new Blob(
    parts.map((part) =>
      typeof part === 'string'
        ? Uint8Array.from(part, (character) => character.charCodeAt(0))
        : Uint8Array.from(part),
    ),
  )
const PNG = [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]
const chunk = (type: string, length: number): (string | number[])[] => [
  [0, 0, 0, length],
  type,
  Array.from({ length: length + 4 }, () => 0),
]

describe('isAnimated', () => {
  it.each([
    ['an animated PNG', true, blobOf(PNG, ...chunk('IHDR', 13), ...chunk('gAMA', 4), ...chunk('acTL', 8))],
    ['a PNG', false, blobOf(PNG, ...chunk('IHDR', 13), ...chunk('IDAT', 9), ...chunk('acTL', 8))],
    ['a PNG that ends early', false, blobOf(PNG, ...chunk('IHDR', 13))],
    ['a PNG with a wrong length', false, blobOf(PNG, [255, 255, 255, 255], 'IHDR')],
    ['an animated WebP', true, blobOf('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0], [2])],
    ['a WebP with transparency', false, blobOf('RIFF', [0, 0, 0, 0], 'WEBPVP8X', [10, 0, 0, 0], [16])],
    ['a simple WebP', false, blobOf('RIFF', [0, 0, 0, 0], 'WEBPVP8 ', [10, 0, 0, 0], [2])],
    ['an animated AVIF', true, blobOf([0, 0, 0, 28], 'ftypavis')],
    ['an AVIF', false, blobOf([0, 0, 0, 28], 'ftypavif')],
    ['a GIF that loops', true, blobOf('GIF89a', [1, 0, 1, 0, 0, 0, 0], '!', [0xff, 11], 'NETSCAPE2.0')],
    [
      'a GIF that plays once',
      true,
      blobOf('GIF89a', [1, 0, 1, 0, 0, 0, 0], '!', [0xf9, 4, 0, 0], ',', [0, 0, 0], '!', [0xf9, 4, 0, 0]),
    ],
    [
      'a GIF with transparency',
      false,
      blobOf('GIF89a', [1, 0, 1, 0, 0, 0, 0], '!', [0xf9, 4, 1, 0, 0, 0, 0]),
    ],
    ['a GIF of 1987', false, blobOf('GIF87a', [1, 0, 1, 0, 0, 0, 0])],
    ['a JPEG', false, blobOf([0xff, 0xd8, 0xff, 0xe0])],
    ['an empty file', false, blobOf()],
  ])('of %s is %s', async (_, expected, blob) => {
    expect(await isAnimated(blob)).toBe(expected)
  })
})
