import { describe, expect, test } from 'vitest'
import type { ImageInfo } from '../../src/image/image-info.js'
import { readImageInfo } from '../../src/image/read-image-info.js'
import { createMemoryStorage } from '../../src/store/memory-storage.js'
import { imageBytes, IMAGES, type ImageName } from './images.js'

const storage = createMemoryStorage(1024 * 1024)
const read = async (...chunks: Uint8Array[]): Promise<ImageInfo | null> =>
  readImageInfo(await storage.keep(chunks))

test.each<[ImageName, ImageInfo['format'], ImageInfo['color_mode'], boolean]>([
  ['png', 'PNG', 'RGB', false],
  ['pngWithAlpha', 'PNG', 'RGBA', false],
  ['pngWithPalette', 'PNG', 'P', false],
  ['jpeg', 'JPEG', 'RGB', false],
  ['progressiveJpeg', 'JPEG', 'RGB', false],
  ['greyJpeg', 'JPEG', 'L', false],
  ['gif', 'GIF', 'P', false],
  ['animatedGif', 'GIF', 'P', true],
  ['webp', 'WEBP', 'RGB', false],
  ['losslessWebp', 'WEBP', 'RGB', false],
  ['webpWithAlpha', 'WEBP', 'RGBA', false],
  ['losslessWebpWithAlpha', 'WEBP', 'RGBA', false],
  ['animatedWebp', 'WEBP', 'RGB', true],
])('readImageInfo reads size, format and color mode of %s', async (name, format, colorMode, sequence) => {
  expect(await read(imageBytes(name))).toEqual({
    color_mode: colorMode,
    orientation: null,
    format,
    height: 10,
    width: 20,
    geo_location: null,
    datetime_original: null,
    // The PNG fixtures have 1000 pixels per meter.
    dpi: format === 'PNG' ? [25, 25] : null,
    sequence,
  })
})

test('readImageInfo reads an image that arrives in small chunks', async () => {
  const bytes = imageBytes('jpeg')
  const chunks = Array.from(bytes, (byte) => Uint8Array.of(byte))

  expect(await read(...chunks)).toMatchObject({ width: 20, height: 10 })
})

describe('readImageInfo returns null', () => {
  test('for an empty file and for text', async () => {
    expect(await read()).toBeNull()
    expect(await read(new TextEncoder().encode('GIF: the graphics interchange format'))).toBeNull()
    expect(await read(new TextEncoder().encode('RIFF, WEBP and other formats'))).toBeNull()
  })

  test.each(Object.keys(IMAGES) as ImageName[])('for a truncated header: %s', async (name) => {
    expect(await read(imageBytes(name).subarray(0, 9))).toBeNull()
  })
})
