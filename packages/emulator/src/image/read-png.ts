import { imageInfo, type ImageInfo } from './image-info.js'
import { readExif, type ExifInfo } from './read-exif.js'

const COLOR_MODES: Readonly<Record<number, ImageInfo['color_mode']>> = {
  0: 'L',
  2: 'RGB',
  3: 'P',
  4: 'LA',
  6: 'RGBA',
}
const METERS_PER_INCH = 0.0254

/** Reads the chunks of a PNG up to its image data. */
export function readPng(view: DataView): ImageInfo | null {
  if (view.byteLength < 8 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null
  let dpi: ImageInfo['dpi'] = null
  let exif: ExifInfo = {}
  for (const { type, start, end } of chunksIn(view)) {
    // Unit 1 is pixels per meter; otherwise the values are an aspect ratio.
    if (type === 'pHYs' && view.getUint8(start + 8) === 1) {
      dpi = [
        Math.round(view.getUint32(start) * METERS_PER_INCH),
        Math.round(view.getUint32(start + 4) * METERS_PER_INCH),
      ]
    }
    if (type === 'eXIf') exif = readExif(new DataView(view.buffer, view.byteOffset + start, end - start))
  }
  return imageInfo({
    ...exif,
    dpi: dpi ?? exif.dpi ?? null,
    format: 'PNG',
    width: view.getUint32(16),
    height: view.getUint32(20),
    color_mode: COLOR_MODES[view.getUint8(25)] ?? 'RGB',
  })
}

function* chunksIn(view: DataView): Generator<{ type: string; start: number; end: number }> {
  let offset = 8
  while (offset + 8 <= view.byteLength) {
    const length = view.getUint32(offset)
    const type = String.fromCharCode(...[4, 5, 6, 7].map((index) => view.getUint8(offset + index)))
    const start = offset + 8
    const end = start + length
    if (type === 'IDAT' || end > view.byteLength) return
    yield { type, start, end }
    offset = end + 4
  }
}
