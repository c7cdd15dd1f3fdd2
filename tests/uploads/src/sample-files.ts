import { deflateSync } from 'node:zlib'

/** Creates a PNG of one pixel with more or less text in it, so that each has other bytes. */
export function pngOf(comment: string): Blob {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const framed = Buffer.alloc(body.byteLength + 8)
    framed.writeUInt32BE(data.byteLength, 0)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc32(body), body.byteLength + 4)
    return framed
  }
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  const bytes = Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Comment\0${comment}`, 'latin1')),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return new Blob([bytes], { type: 'image/png' })
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** An HTML page that claims to be a PNG. */
export const htmlAsPng = (): Blob =>
  new Blob(['<!doctype html><html><script>alert(1)</script></html>'], { type: 'image/png' })
