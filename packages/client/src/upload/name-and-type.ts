import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

/** Tells the name and the type that the data bring along, like a `File`; what the caller says goes first. */
export function nameAndType(data: UploadInput, options: UploadOptions): UploadOptions {
  const { name, type } = data as { name?: unknown; type?: unknown }
  const fileName = options.fileName || name
  const contentType = options.contentType || type
  return {
    ...options,
    ...(isText(fileName) && { fileName }),
    ...(isText(contentType) && { contentType }),
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
