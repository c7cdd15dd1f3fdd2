import { assertOptions, isFunction, type OptionRule } from '../options/assert-options.js'

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

const TYPES = ['jpeg', 'png', 'webp', 'avif', 'heic', 'heif', 'bmp'].map((type) => `image/${type}`)
const isImageType = (type: unknown): boolean => typeof type === 'string' && /^image\/[^*\s/]+$/i.test(type)

const RULES: readonly OptionRule[] = [
  [
    'maxPixels',
    (value) => Number.isInteger(value) && Number(value) > 0,
    'a whole number of pixels, 1 or more, like 2000 * 1500',
  ],
  ['quality', (value) => typeof value === 'number' && value > 0 && value <= 1, 'a number above 0, up to 1'],
  [
    'types',
    (value) => Array.isArray(value) && value.every(isImageType),
    'an array of MIME types of images, like "image/jpeg"',
  ],
  ['onError', isFunction, 'a function'],
]

/** @throws {TypeError} naming the option. */
export function parseShrinkOptions(options: ShrinkImagesOptions): ShrinkSettings {
  assertOptions(options, RULES)
  const { maxPixels, quality = 0.8, types = TYPES, onError } = options
  // A missing number is no number of pixels, either.
  assertOptions({ maxPixels: Number(maxPixels) }, RULES)
  return { maxPixels, quality, types: types.map((type) => type.toLowerCase()), onError }
}
