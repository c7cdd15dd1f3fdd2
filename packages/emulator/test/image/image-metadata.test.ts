import { describe, expect, it } from 'vitest'
import type { ImageInfo } from '../../src/image/image-info.js'
import { readExif } from '../../src/image/read-exif.js'
import { readImageInfo } from '../../src/image/read-image-info.js'
import { createMemoryStorage } from '../../src/store/memory-storage.js'
import { imageBytes } from './images.js'

const storage = createMemoryStorage(16 * 1024 * 1024)
const read = async (...chunks: Uint8Array[]): Promise<ImageInfo | null> =>
  readImageInfo(await storage.keep(chunks))

/** Inserts segments after the start of a JPEG. */
function jpegWith(...segments: readonly Buffer[]): Buffer {
  const jpeg = Buffer.from(imageBytes('jpeg'))
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)])
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.byteLength + 2, 2)
  return Buffer.concat([head, content])
}

const jfif = (unit: number, x: number, y: number): Buffer =>
  segment(0xe0, Buffer.from([...Buffer.from('JFIF\0'), 1, 1, unit, x >> 8, x & 255, y >> 8, y & 255, 0, 0]))

interface Tag {
  tag: number
  type: number
  values: readonly number[] | string
}

/** Writes a TIFF structure with an image directory and nested directories. */
function tiff(
  isLittle: boolean,
  image: readonly Tag[],
  exif: readonly Tag[] = [],
  gps: readonly Tag[] = [],
): Buffer {
  const data = Buffer.alloc(4096)
  let end = 8
  const u16 = (value: number, at: number): unknown =>
    isLittle ? data.writeUInt16LE(value, at) : data.writeUInt16BE(value, at)
  const u32 = (value: number, at: number): unknown =>
    isLittle ? data.writeUInt32LE(value, at) : data.writeUInt32BE(value, at)
  const write = (tags: readonly Tag[]): number => {
    const start = end
    end += 2 + tags.length * 12 + 4
    u16(tags.length, start)
    for (const [index, { tag, type, values }] of tags.entries()) {
      const entry = start + 2 + index * 12
      u16(tag, entry)
      u16(type, entry + 2)
      const sizes: Record<number, number> = { 2: 1, 3: 2, 4: 4, 5: 8 }
      const size = sizes[type] ?? 1
      u32(values.length, entry + 4)
      const at = size * values.length <= 4 ? entry + 8 : end
      if (at === end) {
        u32(end, entry + 8)
        end += size * values.length
      }
      for (const [offset, value] of (typeof values === 'string' ? values.split('') : values).entries()) {
        if (typeof value === 'string') data.write(value, at + offset, 'latin1')
        else if (type === 3) u16(value, at + offset * 2)
        else if (type === 5) {
          u32(Math.round(value * 10_000), at + offset * 8)
          u32(10_000, at + offset * 8 + 4)
        } else u32(value, at + offset * 4)
      }
    }
    return start
  }
  data.write(isLittle ? 'II*\0' : 'MM\0*', 'latin1')
  const exifAt = exif.length > 0 ? write(exif) : 0
  const gpsAt = gps.length > 0 ? write(gps) : 0
  const nested = [
    ...(exifAt > 0 ? [{ tag: 0x8769, type: 4, values: [exifAt] }] : []),
    ...(gpsAt > 0 ? [{ tag: 0x8825, type: 4, values: [gpsAt] }] : []),
  ]
  u32(write([...image, ...nested]), 4)
  return data.subarray(0, end)
}

const orientation = (value: number): Tag => ({ tag: 0x0112, type: 3, values: [value] })
const resolution = (x: number, y: number, unit: number): Tag[] => [
  { tag: 0x011a, type: 5, values: [x] },
  { tag: 0x011b, type: 5, values: [y] },
  { tag: 0x0128, type: 3, values: [unit] },
]
const dateTime: Tag = { tag: 0x9003, type: 2, values: '2010:07:31 15:18:35\0' }
const location: Tag[] = [
  { tag: 1, type: 2, values: 'S\0' },
  { tag: 2, type: 5, values: [33, 51, 30] },
  { tag: 3, type: 2, values: 'E\0' },
  { tag: 4, type: 5, values: [151, 12, 0] },
]
const exifSegment = (data: Buffer): Buffer => segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), data]))

describe('the image_info of a JPEG', () => {
  it.each([
    ['dots per inch', jfif(1, 96, 72), [96, 72]],
    ['dots per centimeter', jfif(2, 118, 100), [300, 254]],
    ['an aspect ratio', jfif(0, 1, 1), null],
  ])('has the dpi of a JFIF header with %s', async (_unit, header, dpi) => {
    expect(await read(jpegWith(header))).toMatchObject({ dpi, width: 20, height: 10 })
  })

  it.each([true, false])('has the values of EXIF, little-endian: %s', async (isLittle) => {
    const data = tiff(isLittle, [orientation(6), ...resolution(300, 300, 2)], [dateTime], location)
    expect(await read(jpegWith(exifSegment(data)))).toEqual({
      dpi: [300, 300],
      width: 20,
      format: 'JPEG',
      height: 10,
      sequence: false,
      color_mode: 'RGB',
      orientation: 6,
      geo_location: { latitude: -33.858333333333334, longitude: 151.2 },
      datetime_original: '2010-07-31T15:18:35',
    })
  })

  it('prefers the dpi of JFIF to that of EXIF', async () => {
    const data = tiff(false, resolution(300, 300, 2))
    expect(await read(jpegWith(jfif(1, 96, 96), exifSegment(data)))).toMatchObject({ dpi: [96, 96] })
  })

  it('converts dots per centimeter of EXIF', async () => {
    expect(await read(jpegWith(exifSegment(tiff(true, resolution(100, 100, 3)))))).toMatchObject({
      dpi: [254, 254],
    })
  })

  it('is found after large segments', async () => {
    const comment = segment(0xfe, Buffer.alloc(65_000))
    const jpeg = jpegWith(jfif(1, 72, 72), comment, comment, comment)
    const chunks = Array.from({ length: Math.ceil(jpeg.byteLength / 1000) }, (_, index) =>
      jpeg.subarray(index * 1000, (index + 1) * 1000),
    )
    expect(await read(...chunks)).toMatchObject({ width: 20, height: 10, dpi: [72, 72] })
  })
})

describe('the image_info of a PNG', () => {
  it('has the dpi of pHYs', async () => {
    expect(await read(imageBytes('png'))).toMatchObject({ dpi: [25, 25] })
  })

  it('has the orientation of eXIf', async () => {
    const png = Buffer.from(imageBytes('pngWithPalette'))
    const data = tiff(false, [orientation(3)])
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('eXIf'), data, Buffer.alloc(4)])
    chunk.writeUInt32BE(data.byteLength)
    const withExif = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)])
    expect(await read(withExif)).toMatchObject({ orientation: 3, width: 20 })
  })
})

describe('readExif', () => {
  it.each(['', 'II', 'II*\0\xff\xff\xff\xff', 'XX*\0\0\0\0\x08'])('ignores invalid data: %j', (data) => {
    const bytes = Buffer.from(data, 'latin1')
    const result = readExif(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    expect(Object.values(result).filter((value) => value !== null)).toEqual([])
  })

  it('ignores directories that point outside the data', () => {
    const data = tiff(false, [{ tag: 0x8769, type: 4, values: [60_000] }, orientation(1)])
    expect(readExif(new DataView(data.buffer, data.byteOffset, data.byteLength))).toEqual({})
  })
})
