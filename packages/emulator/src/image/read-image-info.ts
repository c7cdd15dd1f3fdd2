import { readHead } from '../store/read-head.js'
import type { StoredBytes } from '../store/stored-bytes.js'
import type { ImageInfo } from './image-info.js'
import { readGif } from './read-gif.js'
import { readJpeg } from './read-jpeg.js'
import { readPng } from './read-png.js'
import { readWebp } from './read-webp.js'

const HEADER_BYTES = 64 * 1024
// A thumbnail and a color profile may precede the size of a JPEG.
const LONG_HEADER_BYTES = 512 * 1024
const FIRST_BYTES = [0x89, 0xff, 0x47, 0x52]

/**
 * Reads the header of a PNG, JPEG, GIF or WebP.
 *
 * @returns `null` for any other file.
 */
export async function readImageInfo(
  bytes: Pick<StoredBytes, 'sizeBytes' | 'read'>,
): Promise<ImageInfo | null> {
  const [firstByte = 0] = await readHead(bytes, 1)
  if (!FIRST_BYTES.includes(firstByte)) return null
  const info = readHeader(await readHead(bytes, HEADER_BYTES))
  if (info || firstByte !== 0xff || bytes.sizeBytes <= HEADER_BYTES) return info
  return readHeader(await readHead(bytes, LONG_HEADER_BYTES))
}

function readHeader({ buffer, byteOffset, byteLength }: Uint8Array): ImageInfo | null {
  const view = new DataView(buffer, byteOffset, byteLength)
  try {
    return readPng(view) ?? readJpeg(view) ?? readGif(view) ?? readWebp(view)
  } catch (error) {
    // The header is incomplete.
    if (error instanceof RangeError) return null
    throw error
  }
}
