// The marks of an animation stand before the first image.
const READ_BYTES = 65_536

/** Whether an image has several frames, of which a canvas would keep the first. */
export async function isAnimated(file: Blob): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, READ_BYTES).arrayBuffer())
  const textAt = (start: number): string => String.fromCharCode(...bytes.subarray(start, start + 4))
  if (textAt(1).startsWith('PNG')) return hasPngAnimation(bytes, textAt)
  if (textAt(0) === 'GIF8') return hasGifAnimation(bytes)
  // The second bit of the flags of the extended format.
  if (textAt(8) === 'WEBP') return textAt(12) === 'VP8X' && ((bytes[20] ?? 0) & 2) > 0
  return textAt(4) === 'ftyp' && ['avis', 'msf1', 'hevc'].includes(textAt(8))
}

/** Looks for the chunk `acTL`, which stands before the image data. */
function hasPngAnimation(bytes: Uint8Array, textAt: (start: number) => string): boolean {
  const view = new DataView(bytes.buffer)
  for (let start = 8; start + 8 <= bytes.length;) {
    const type = textAt(start + 4)
    if (type === 'acTL') return true
    if (type === 'IDAT') return false
    // The length, the type and the checksum have 4 bytes each.
    start += view.getUint32(start) + 12
  }
  return false
}

/** Looks for the mark of a loop, or for the control blocks of two frames. */
const hasGifAnimation = (bytes: Uint8Array): boolean =>
  // oxlint-disable-next-line no-control-regex
  /NETSCAPE2\.0|!\xF9\x04[^]*!\xF9\x04/.test(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
