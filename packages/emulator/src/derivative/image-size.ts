const MAX_SIDE = 1024

/** Returns the size of an image with this ratio: exact if possible, with at most 1024 pixels on a side. */
export function imageSize([width, height]: readonly [number, number]): { width: number; height: number } {
  const longSide = Math.max(width, height)
  const factor = longSide <= MAX_SIDE ? Math.floor(MAX_SIDE / longSide) : MAX_SIDE / longSide
  return {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  }
}
