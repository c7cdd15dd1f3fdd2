import { fileTypeFromBuffer } from 'file-type/core'
import { IMAGE_TYPES, type ImageInfo } from '../image/image-info.js'
import { readHead } from '../store/read-head.js'
import type { StoredBytes } from '../store/stored-bytes.js'
import { detectTextType } from './detect-text-type.js'

const SAMPLE_BYTES = 4100
const UNKNOWN_TYPE = 'application/octet-stream'

/** The formats of `file-type` that are text. The other signatures match texts by chance, such as `BM` at the beginning. */
const TEXT_FORMATS = /^(?:text\/|application\/(?:pdf|rtf|postscript|x-)|model\/)/
const IMAGE_FORMATS: readonly string[] = Object.values(IMAGE_TYPES)

/** Detects the MIME type of a file from its bytes alone, ignoring its name and its declared type. */
export async function detectType(bytes: StoredBytes, image: ImageInfo | null): Promise<string> {
  if (image) return IMAGE_TYPES[image.format]
  const sample = await readHead(bytes, SAMPLE_BYTES)
  if (sample.byteLength === 0) return UNKNOWN_TYPE
  const textType = detectTextType(sample, bytes.sizeBytes > sample.byteLength)
  const binaryType = (await fileTypeFromBuffer(sample))?.mime
  if (textType !== undefined) {
    return binaryType !== undefined && TEXT_FORMATS.test(binaryType) ? binaryType : textType
  }
  // Image formats that the emulator reads itself: the signature matches, but the header is invalid.
  return binaryType === undefined || IMAGE_FORMATS.includes(binaryType) ? UNKNOWN_TYPE : binaryType
}
