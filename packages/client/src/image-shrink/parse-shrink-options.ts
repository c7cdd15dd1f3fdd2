import { assertKnownOptions } from '../options/assert-known-options.js'

export interface ShrinkImagesOptions {
  /**
   * How many pixels an image has at most, width times height. An image of up to about twice as many stays as it is, because shrinking
   * it would cost quality for few bytes.
   */
  maxPixels: number
  /**
   * The quality of the JPEG, from 0 to 1.
   *
   * @default 0.8
   */
  quality?: number | undefined
  /**
   * The MIME types of the images that are shrunk. The result is a JPEG, or a PNG for an image with transparency.
   *
   * @default `image/jpeg`, `image/png`, `image/webp`, `image/avif`, `image/heic`, `image/heif` and `image/bmp`
   */
  types?: readonly string[] | undefined
  /**
   * Called with the error of an image that cannot be shrunk, or of `@uploadcare/image-shrink` that cannot be loaded. The original is
   * uploaded.
   */
  onError?: ((error: unknown, file: File) => void) | undefined
}

export interface ShrinkSettings {
  maxPixels: number
  quality: number
  types: readonly string[]
  onError: ((error: unknown, file: File) => void) | undefined
}

const NAMES = ['maxPixels', 'quality', 'types', 'onError']
const TYPES = ['jpeg', 'png', 'webp', 'avif', 'heic', 'heif', 'bmp'].map((type) => `image/${type}`)

/** @throws {TypeError} naming the option. */
export function parseShrinkOptions(options: ShrinkImagesOptions): ShrinkSettings {
  assertKnownOptions(options, NAMES)
  const { maxPixels, quality = 0.8, types = TYPES, onError } = options
  if (!Number.isInteger(maxPixels) || maxPixels < 1) {
    throw new TypeError('"maxPixels" must be a whole number of pixels, 1 or more, like 2000 * 1500')
  }
  if (typeof quality !== 'number' || !(quality > 0 && quality <= 1)) {
    throw new TypeError('"quality" must be a number above 0, up to 1')
  }
  if (!Array.isArray(types) || !types.every(isImageType)) {
    throw new TypeError('"types" must be an array of MIME types of images, like "image/jpeg"')
  }
  if (onError !== undefined && typeof onError !== 'function') {
    throw new TypeError('"onError" must be a function')
  }
  return { maxPixels, quality, types: types.map((type) => type.toLowerCase()), onError }
}

const isImageType = (type: unknown): type is string =>
  typeof type === 'string' && /^image\/[^*\s/]+$/i.test(type)
