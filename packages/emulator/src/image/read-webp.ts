import { imageInfo, type ImageInfo } from './image-info.js'

const RIFF = 0x52494646
const WEBP = 0x57454250
const LOSSY = 0x56503820
const LOSSLESS = 0x5650384c
const EXTENDED = 0x56503858

/** Reads the first chunk of a WebP: lossy, lossless or extended. */
export function readWebp(view: DataView): ImageInfo | null {
  if (view.byteLength < 16 || view.getUint32(0) !== RIFF || view.getUint32(8) !== WEBP) return null
  switch (view.getUint32(12)) {
    case LOSSY:
      return webp(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff, false)
    case LOSSLESS: {
      const bits = view.getUint32(21, true)
      return webp((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1, ((bits >>> 28) & 1) === 1)
    }
    case EXTENDED: {
      const flags = view.getUint8(20)
      return webp(uint24(view, 24) + 1, uint24(view, 27) + 1, (flags & 0x10) !== 0, (flags & 0x02) !== 0)
    }
    default:
      return null
  }
}

function webp(width: number, height: number, hasAlpha: boolean, sequence = false): ImageInfo {
  return imageInfo({ format: 'WEBP', width, height, color_mode: hasAlpha ? 'RGBA' : 'RGB', sequence })
}

function uint24(view: DataView, offset: number): number {
  return view.getUint16(offset, true) | (view.getUint8(offset + 2) << 16)
}
