import { imageInfo, type ImageInfo } from './image-info.js'

// Animations contain this extension.
const LOOP_EXTENSION = new TextEncoder().encode('NETSCAPE2.0')

/** Reads the logical screen descriptor of a GIF. */
export function readGif(view: DataView): ImageInfo | null {
  if (view.byteLength < 13 || view.getUint32(0) !== 0x47494638) return null
  // "GIF87a" or "GIF89a"; a text may begin with "GIF8", too.
  const version = view.getUint16(4)
  if (version !== 0x3761 && version !== 0x3961) return null
  return imageInfo({
    format: 'GIF',
    width: view.getUint16(6, true),
    height: view.getUint16(8, true),
    color_mode: 'P',
    sequence: hasLoopExtension(view),
  })
}

function hasLoopExtension(view: DataView): boolean {
  // The extension follows the color table, which has at most 768 bytes.
  const last = Math.min(view.byteLength - LOOP_EXTENSION.length, 1024)
  for (let start = 13; start <= last; start++) {
    if (LOOP_EXTENSION.every((code, index) => view.getUint8(start + index) === code)) return true
  }
  return false
}
