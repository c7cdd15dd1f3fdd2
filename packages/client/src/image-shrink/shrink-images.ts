import { systemClock } from '../time/clock.js'
import { withDeadline } from '../time/with-deadline.js'
import { isAnimated } from './is-animated.js'
import { parseShrinkOptions, type ShrinkImagesOptions, type ShrinkSettings } from './parse-shrink-options.js'

// A browser that never decodes an image must not hold an upload.
const LONGEST_MS = 30_000

/**
 * Creates a function for `beforeUpload` of an upload queue that shrinks images with `@uploadcare/image-shrink`, which is loaded with
 * the first image and must be installed. Other files, animations and small images stay as they are, and so does an image that
 * cannot be shrunk, whose result is larger, or that takes longer than 30 seconds. The name, the date, the Exif data and the color
 * profile are kept. The type can change: a PNG without transparency becomes a JPEG. Images are shrunk one after the other, because
 * decoded images take much memory.
 *
 * @throws {TypeError} naming an option that is unknown or invalid.
 *
 * @example
 * ```ts
 * import { SecureUploadClient } from '@secure-uploading/client'
 * import { shrinkImages } from '@secure-uploading/client/image-shrink'
 * import { createUploadQueue } from '@secure-uploading/client/queue'
 *
 * const client = new SecureUploadClient({ tokenEndpoint: '/api/upload-token' })
 * const queue = createUploadQueue({ client, beforeUpload: shrinkImages({ maxPixels: 2000 * 1500 }) })
 * ```
 */
export function shrinkImages(options: ShrinkImagesOptions): (file: File) => Promise<File> {
  return createShrinker(parseShrinkOptions(options), async () => import('@uploadcare/image-shrink'))
}

/** The part of `@uploadcare/image-shrink` that is used. */
export interface ShrinkLibrary {
  shrinkFile: (file: Blob, settings: { size: number; quality: number }) => Promise<Blob>
}

/** @param load loads the library. Called for each image, because a page may be offline at the first */
export function createShrinker(
  { maxPixels, quality, types, onError }: ShrinkSettings,
  load: () => Promise<ShrinkLibrary>,
): (file: File) => Promise<File> {
  let last: Promise<unknown> = Promise.resolve()

  async function shrink(file: File): Promise<File> {
    if (await isAnimated(file)) return file
    const { shrinkFile } = await load()
    const { name, lastModified } = file
    const shrunk = await shrinkFile(file, { size: maxPixels, quality })
    if (shrunk.size === 0 || shrunk.size >= file.size) return file
    return new File([shrunk], name, { type: shrunk.type, lastModified })
  }

  function shrinkInTime(file: File): Promise<File> {
    const createError = (): Error => new Error(`Shrinking "${file.name}" took longer than 30 seconds`)
    return withDeadline(systemClock, LONGEST_MS, createError, undefined, () => shrink(file))
  }

  return async (file) => {
    if (!types.includes(file.type.toLowerCase())) return file
    const turn = last.then(() => shrinkInTime(file))
    last = turn.catch(() => undefined)
    try {
      return await turn
    } catch (error) {
      if (!isUnneeded(error)) report(onError, error, file)
      return file
    }
  }
}

/** The library rejects images that are small enough, and JPEGs that a canvas cannot reproduce, like those in CMYK. */
const isUnneeded = (error: unknown): boolean =>
  error instanceof Error && /Not required|Should skipped/.test(error.message)

/** Errors of the app must not fail an upload. */
function report(onError: ShrinkSettings['onError'], error: unknown, file: File): void {
  try {
    onError?.(error, file)
  } catch {
    // The function belongs to the app.
  }
}
