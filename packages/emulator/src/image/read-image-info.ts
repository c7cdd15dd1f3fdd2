import type { StoredBytes } from '../store/stored-bytes.js'
import { readGif } from './read-gif.js'
import type { ImageInfo } from './image-info.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'
import { readWebp } from './read-webp.js'

// A JPEG may have its thumbnail and colour profile before its size.
const HEADER_BYTES = 512 * 1024

/** Reads what the header of a PNG, JPEG, GIF or WebP tells; null when the bytes are none of these. */
export async function readImageInfo(
  bytes: Pick<StoredBytes, 'sizeBytes' | 'read'>,
): Promise<ImageInfo | null> {
  const header = new Uint8Array(Math.min(bytes.sizeBytes, HEADER_BYTES))
  let offset = 0
  for await (const chunk of bytes.read(0, header.byteLength)) {
    header.set(chunk, offset)
    offset += chunk.byteLength
  }
  const view = new DataView(header.buffer)
  try {
    return readPng(view) ?? readJpeg(view) ?? readGif(view) ?? readWebp(view)
  } catch (error) {
    // It began like an image and ended too early.
    if (error instanceof RangeError) return null
    throw error
  }
}
