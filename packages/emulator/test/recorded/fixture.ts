import { textOf, type JsonObject } from './recording.js'

/** Creates the bytes of a file with this size and image info, as far as a header contains it. */
export function fixture(sizeBytes: number, imageInfo: JsonObject | null): Uint8Array<ArrayBuffer> {
  const header =
    imageInfo === null ? 'text' : imageInfo['format'] === 'PNG' ? png(imageInfo) : jpeg(imageInfo)
  const bytes = new Uint8Array(sizeBytes)
  bytes.set((typeof header === 'string' ? Buffer.from(header) : header).subarray(0, sizeBytes))
  return bytes
}

function jpeg(info: JsonObject): Buffer {
  const dpi = info['dpi'] as readonly [number, number] | null
  const jfif = Buffer.from('4a46494600010100000100010000', 'hex')
  if (dpi) {
    jfif.writeUInt8(1, 7)
    jfif.writeUInt16BE(dpi[0], 8)
    jfif.writeUInt16BE(dpi[1], 10)
  }
  const frame = Buffer.from('080000000003011100021100031100', 'hex')
  frame.writeUInt16BE(info['height'] as number, 1)
  frame.writeUInt16BE(info['width'] as number, 3)
  const exif = info['orientation'] === null ? [] : [segment(0xe1, tiff(info))]
  return Buffer.concat([Buffer.from('ffd8', 'hex'), segment(0xe0, jfif), ...exif, segment(0xc0, frame)])
}

function segment(marker: number, content: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.byteLength + 2, 2)
  return Buffer.concat([head, content])
}

/** EXIF data with an orientation and, if it is recorded, the original time. */
function tiff(info: JsonObject): Buffer {
  const dateTime = info['datetime_original'] as string | null
  const data = Buffer.alloc(8 + 2 + 24 + 4 + 2 + 12 + 4 + 20)
  data.write('MM\0*\0\0\0\b', 'latin1')
  data.writeUInt16BE(2, 8)
  entry(data, 10, 0x0112, 3, 1)
  data.writeUInt16BE(info['orientation'] as number, 18)
  entry(data, 22, 0x8769, 4, 1)
  data.writeUInt32BE(38, 30)
  data.writeUInt16BE(dateTime === null ? 0 : 1, 38)
  entry(data, 40, 0x9003, 2, 20)
  data.writeUInt32BE(56, 48)
  data.write((dateTime ?? '').replaceAll('-', ':').replace('T', ' '), 56, 'latin1')
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), data])
}

function entry(data: Buffer, offset: number, tag: number, type: number, count: number): void {
  data.writeUInt16BE(tag, offset)
  data.writeUInt16BE(type, offset + 2)
  data.writeUInt32BE(count, offset + 4)
}

const PNG_COLOR_TYPES: Readonly<Record<string, number>> = { L: 0, RGB: 2, P: 3, LA: 4, RGBA: 6 }

function png(info: JsonObject): Buffer {
  const dpi = info['dpi'] as readonly [number, number] | null
  const header = Buffer.alloc(33)
  header.write('89504e470d0a1a0a0000000d49484452', 'hex')
  header.writeUInt32BE(info['width'] as number, 16)
  header.writeUInt32BE(info['height'] as number, 20)
  header.writeUInt8(8, 24)
  header.writeUInt8(PNG_COLOR_TYPES[textOf(info, 'color_mode')] ?? 2, 25)
  const density = Buffer.from('000000097048597300000000000000000100000000', 'hex')
  density.writeUInt32BE(Math.round((dpi?.[0] ?? 0) / 0.0254), 8)
  density.writeUInt32BE(Math.round((dpi?.[1] ?? 0) / 0.0254), 12)
  return Buffer.concat([header, ...(dpi ? [density] : []), Buffer.from('0000000049444154', 'hex')])
}
