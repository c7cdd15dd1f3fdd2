const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Creates a gray PNG of this size, with 8 bits per color. */
export async function solidPng(width: number, height: number): Promise<Uint8Array> {
  const header = new DataView(new ArrayBuffer(13))
  header.setUint32(0, width)
  header.setUint32(4, height)
  // 8 bits per sample, RGB.
  header.setUint16(8, 0x0802)
  const rowBytes = 1 + width * 3
  const pixels = new Uint8Array(rowBytes * height).fill(0x80)
  // Each row begins with its filter: none.
  for (let row = 0; row < height; row++) pixels[row * rowBytes] = 0
  const stream = new Blob([pixels]).stream().pipeThrough(new CompressionStream('deflate'))
  const compressed = await new Response(stream).arrayBuffer()
  const parts = [
    new Uint8Array(SIGNATURE),
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', new Uint8Array(compressed)),
    chunk('IEND', new Uint8Array()),
  ]
  return new Uint8Array(await new Blob(parts).arrayBuffer())
}

function chunk(type: string, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(content.byteLength + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.byteLength)
  bytes.set(new TextEncoder().encode(type), 4)
  bytes.set(content, 8)
  view.setUint32(content.byteLength + 8, crc32(bytes.subarray(4, content.byteLength + 8)))
  return bytes
}

/** The checksum of a chunk's type and content. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
