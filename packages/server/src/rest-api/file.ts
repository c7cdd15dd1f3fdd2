/** A file as Uploadcare's REST API describes it, with the fields that the rules need. */
export interface RestFile {
  /** In lower case. */
  uuid: string
  /** In **bytes**. */
  size: number
  name: string
  isImage: boolean
  isReady: boolean
  isStored: boolean
  isRemoved: boolean
  /** The MIME type that Uploadcare detected in the content, in lower case. `undefined` while it is unknown. */
  detectedType: string | undefined
  /** Whether Uploadcare has examined the content. */
  isExamined: boolean
  image: { width: number; height: number } | undefined
  /** The URL of the original on the CDN; `undefined` when the file was deleted. */
  originalUrl: string | undefined
  /** `undefined` when Uploadcare reports no valid time. */
  uploadedAt: Date | undefined
  metadata: Readonly<Record<string, string>>
}

/**
 * Parses a file of the REST API, version 0.7.
 *
 * @throws {TypeError} when a required field is missing or has another type.
 */
export function parseRestFile(json: unknown): RestFile {
  const file = fieldsOf(json)
  const { uuid, size, original_filename: name, is_ready: isReady } = file
  if (typeof uuid !== 'string' || typeof size !== 'number' || typeof name !== 'string') throw unexpected()
  if (typeof isReady !== 'boolean') throw unexpected()
  // `mime_type` is the sender's claim and is not read.
  const content = fieldsOf(file['content_info'])
  const { mime } = fieldsOf(content['mime'])
  return {
    uuid: uuid.toLowerCase(),
    size,
    name,
    isImage: file['is_image'] === true,
    isReady,
    isStored: typeof file['datetime_stored'] === 'string',
    isRemoved: typeof file['datetime_removed'] === 'string',
    detectedType: typeof mime === 'string' ? mime.toLowerCase() : undefined,
    isExamined: typeof file['content_info'] === 'object' && file['content_info'] !== null,
    image: sizeOf(content['image']),
    originalUrl: typeof file['original_file_url'] === 'string' ? file['original_file_url'] : undefined,
    uploadedAt: dateOf(file['datetime_uploaded']),
    metadata: textsOf(file['metadata']),
  }
}

function sizeOf(image: unknown): RestFile['image'] {
  const { width, height } = fieldsOf(image)
  return typeof width === 'number' && typeof height === 'number' ? { width, height } : undefined
}

function dateOf(text: unknown): Date | undefined {
  const date = new Date(typeof text === 'string' ? text : Number.NaN)
  return Number.isNaN(date.getTime()) ? undefined : date
}

function textsOf(value: unknown): Record<string, string> {
  const texts = Object.entries(fieldsOf(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  return Object.fromEntries(texts)
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? value : {}
}

function unexpected(): TypeError {
  return new TypeError('The REST API of Uploadcare described a file in an unexpected form')
}
