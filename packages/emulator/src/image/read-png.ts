import { imageInfo, type ImageInfo } from './image-info.js'

const COLOR_MODES: Readonly<Record<number, ImageInfo['color_mode']>> = {
  0: 'L',
  2: 'RGB',
  3: 'P',
  4: 'LA',
  6: 'RGBA',
}

/** Reads the IHDR chunk of a PNG. */
export function readPng(view: DataView): ImageInfo | null {
  if (view.byteLength < 8 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null
  return imageInfo({
    format: 'PNG',
    width: view.getUint32(16),
    height: view.getUint32(20),
    color_mode: COLOR_MODES[view.getUint8(25)] ?? 'RGB',
  })
}
