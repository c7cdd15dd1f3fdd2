import { imageInfo, type ImageInfo } from './image-info.js'
import { readExif, type ExifInfo } from './read-exif.js'

const COLOR_MODES: Readonly<Record<number, ImageInfo['color_mode']>> = { 1: 'L', 3: 'RGB', 4: 'CMYK' }
const APP0 = 0xe0
const APP1 = 0xe1
const JFIF = 0x4a464946
const EXIF = 0x45786966

/** Reads the segments of a JPEG up to its frame header. */
export function readJpeg(view: DataView): ImageInfo | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return null
  let dpi: ImageInfo['dpi'] = null
  let exif: ExifInfo = {}
  let offset = 2
  while (offset + 4 <= view.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1)
    if (marker === 0xff) {
      // Fill bytes may precede a marker.
      offset += 1
      continue
    }
    if (isFrameHeader(marker)) {
      return imageInfo({
        ...exif,
        dpi: dpi ?? exif.dpi ?? null,
        format: 'JPEG',
        height: view.getUint16(offset + 5),
        width: view.getUint16(offset + 7),
        color_mode: COLOR_MODES[view.getUint8(offset + 9)] ?? 'RGB',
      })
    }
    const length = view.getUint16(offset + 2)
    if (marker === APP0 && view.getUint32(offset + 4) === JFIF) dpi = readJfifDpi(view, offset + 4)
    if (marker === APP1 && view.getUint32(offset + 4) === EXIF) {
      const end = Math.min(offset + 2 + length, view.byteLength)
      const start = Math.min(offset + 10, end)
      exif = readExif(new DataView(view.buffer, view.byteOffset + start, end - start))
    }
    offset += 2 + length
  }
  return null
}

/** The density is in dots per inch (unit 1) or per centimeter (2); otherwise it is an aspect ratio. */
function readJfifDpi(view: DataView, offset: number): ImageInfo['dpi'] {
  const factor = { 1: 1, 2: 2.54 }[view.getUint8(offset + 7)]
  if (factor === undefined) return null
  return [Math.round(view.getUint16(offset + 8) * factor), Math.round(view.getUint16(offset + 10) * factor)]
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
