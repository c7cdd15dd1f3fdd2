import { imageInfo, type ImageInfo } from './image-info.js'

const COLOR_MODES: Readonly<Record<number, ImageInfo['color_mode']>> = { 1: 'L', 3: 'RGB', 4: 'CMYK' }

/** Reads the frame header of a JPEG. */
export function readJpeg(view: DataView): ImageInfo | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8 || view.getUint8(2) !== 0xff) return null
  let offset = 2
  while (offset + 4 <= view.byteLength && view.getUint8(offset) === 0xff) {
    const marker = view.getUint8(offset + 1)
    if (isFrameHeader(marker)) {
      return imageInfo({
        format: 'JPEG',
        height: view.getUint16(offset + 5),
        width: view.getUint16(offset + 7),
        color_mode: COLOR_MODES[view.getUint8(offset + 9)] ?? 'RGB',
      })
    }
    // Fill bytes may precede a marker.
    offset += marker === 0xff ? 1 : 2 + view.getUint16(offset + 2)
  }
  return null
}

function isFrameHeader(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}
