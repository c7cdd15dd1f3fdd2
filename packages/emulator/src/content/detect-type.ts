import { fileTypeFromBuffer } from 'file-type/core'
import { IMAGE_TYPES, type ImageInfo } from '../image/image-info.js'
import { readHead } from '../store/read-head.js'
import type { StoredBytes } from '../store/stored-bytes.js'
import { detectTextType } from './detect-text-type.js'

const SAMPLE_BYTES = 4100
const UNKNOWN_TYPE = 'application/octet-stream'

/** The signatures of text formats. Others match texts by chance, such as `BM` of a bitmap. */
const TEXT_SIGNATURE = /^(?:%PDF-|%!|\{\\rtf|BEGIN:V(?:CARD|CALENDAR)|-----BEGIN )/
const IMAGE_FORMATS: readonly string[] = Object.values(IMAGE_TYPES)

/** Detects the MIME type of a file from its bytes alone, ignoring its name and its declared type. */
export async function detectType(bytes: StoredBytes, image: ImageInfo | null): Promise<string> {
  if (image) return IMAGE_TYPES[image.format]
  const sample = await readHead(bytes, SAMPLE_BYTES)
  if (sample.byteLength === 0) return UNKNOWN_TYPE
  const textType = detectTextType(sample, bytes.sizeBytes > sample.byteLength)
  const hasSignature = TEXT_SIGNATURE.test(String.fromCharCode(...sample.subarray(0, 16)))
  if (textType !== undefined && !hasSignature) return textType
  const binaryType = (await fileTypeFromBuffer(sample))?.mime
  if (textType !== undefined) return binaryType ?? textType
  // Image formats that the emulator reads itself: the signature matches, but the header is invalid.
  return binaryType === undefined || IMAGE_FORMATS.includes(binaryType) ? UNKNOWN_TYPE : binaryType
}
