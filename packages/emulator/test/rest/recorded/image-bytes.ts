import { textOf, type JsonObject } from './recording.js'

const COLOR_TYPES: Readonly<Record<string, number>> = { L: 0, RGB: 2, P: 3, LA: 4, RGBA: 6 }

/** Creates a file of this size whose header is that of a recorded image. */
export function imageBytes(sizeBytes: number, info: JsonObject): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(sizeBytes)
  bytes.set((info['format'] === 'PNG' ? png(info) : jpeg(info)).subarray(0, sizeBytes))
  return bytes
}

function png(info: JsonObject): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(Number(info['width']), 0)
  header.writeUInt32BE(Number(info['height']), 4)
  header.writeUInt8(8, 8)
  header.writeUInt8(COLOR_TYPES[textOf(info['color_mode'])] ?? 2, 9)
  const density = Buffer.alloc(9)
  for (const [index, dpi] of densityOf(info).entries())
    density.writeUInt32BE(Math.round(dpi / 0.0254), index * 4)
  density.writeUInt8(1, 8)
  const chunks = [chunk('IHDR', header), ...(info['dpi'] === null ? [] : [chunk('pHYs', density)])]
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks, chunk('IDAT', Buffer.alloc(0))])
}

/** Creates a chunk without its checksum, which the emulator does not read. */
function chunk(type: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.byteLength, 0)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, content, Buffer.alloc(4)])
}

function jpeg(info: JsonObject): Buffer {
  const jfif = Buffer.from('ffd8ffe000104a46494600010101000000000000', 'hex')
  const [x = 0, y = 0] = densityOf(info)
  jfif.writeUInt16BE(x, 14)
  jfif.writeUInt16BE(y, 16)
  const frame = Buffer.from('ffc000110800000000030111000211000311ff00', 'hex')
  frame.writeUInt16BE(Number(info['height']), 5)
  frame.writeUInt16BE(Number(info['width']), 7)
  return Buffer.concat([jfif, frame])
}

function densityOf(info: JsonObject): number[] {
  return Object.values(info['dpi'] ?? []).map(Number)
}
