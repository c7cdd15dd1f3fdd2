import type { UploadOptions } from '../requests/upload-options.js'
import type { UploadInput } from './upload-input.js'

/** Adds the name and the type of the data, like those of a `File`. Options of the caller take precedence. */
export function nameAndType(data: UploadInput, options: UploadOptions): UploadOptions {
  const { name, type } = data as { name?: unknown; type?: unknown }
  return {
    ...(isText(name) && { fileName: name }),
    ...(isText(type) && { contentType: type }),
    ...options,
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
