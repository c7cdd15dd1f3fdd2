import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

/** Tells the name and the type that the data bring along, like a `File`; what the caller says goes first. */
export function nameAndType(data: UploadInput, options: UploadOptions): UploadOptions {
  const { name, type } = data as { name?: unknown; type?: unknown }
  return {
    ...(isText(name) && { fileName: name }),
    ...(isText(type) && { contentType: type }),
    ...options,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
