import type { StoredBytes } from '../store/stored-bytes.js'
import { readGif } from './read-gif.js'
import type { ImageInfo } from './image-info.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'
import { readWebp } from './read-webp.js'

// A thumbnail and a color profile may precede the size of a JPEG.
const HEADER_BYTES = 512 * 1024

/**
 * Reads the header of a PNG, JPEG, GIF or WebP.
 *
 * @returns `null` for any other file.
 */
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
    // The header is incomplete.
    if (error instanceof RangeError) return null
    throw error
  }
}
