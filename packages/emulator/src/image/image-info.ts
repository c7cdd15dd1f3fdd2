/** The `image_info` of a file, read from its header, with the keys in Uploadcare's order. */
export interface ImageInfo {
  dpi: readonly [number, number] | null
  width: number
  format: ImageFormat
  height: number
  sequence: boolean
  color_mode: 'RGB' | 'RGBA' | 'L' | 'LA' | 'P' | 'CMYK'
  orientation: number | null
  geo_location: { latitude: number; longitude: number } | null
  /** In local time, such as `2010-07-31T15:18:35`. */
  datetime_original: string | null
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
  seen: Pick<ImageInfo, 'color_mode' | 'format' | 'height' | 'width'> & Partial<ImageInfo>,
): ImageInfo {
  return {
    dpi: seen.dpi ?? null,
    width: seen.width,
    format: seen.format,
    height: seen.height,
    sequence: seen.sequence ?? false,
    color_mode: seen.color_mode,
    orientation: seen.orientation ?? null,
    geo_location: seen.geo_location ?? null,
    datetime_original: seen.datetime_original ?? null,
  }
}
