/** The `image_info` of a file, read from its header alone; other values are `null`. */
export interface ImageInfo {
  color_mode: 'RGB' | 'RGBA' | 'L' | 'LA' | 'P' | 'CMYK'
  orientation: number | null
  format: ImageFormat
  height: number
  width: number
  geo_location: null
  datetime_original: null
  dpi: readonly [number, number] | null
  sequence: boolean
}

export type ImageFormat = 'PNG' | 'JPEG' | 'GIF' | 'WEBP'

export const IMAGE_TYPES: Readonly<Record<ImageFormat, string>> = {
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  GIF: 'image/gif',
  WEBP: 'image/webp',
}

/** Creates an {@link ImageInfo} with its keys in Uploadcare's order. */
export function imageInfo(
  seen: Pick<ImageInfo, 'color_mode' | 'format' | 'height' | 'width'> & { sequence?: boolean },
): ImageInfo {
  return {
    color_mode: seen.color_mode,
    orientation: null,
    format: seen.format,
    height: seen.height,
    width: seen.width,
    geo_location: null,
    datetime_original: null,
    dpi: null,
    sequence: seen.sequence ?? false,
  }
}
