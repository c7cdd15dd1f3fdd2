import { isBlob } from '../upload/to-bytes.js'

/** @throws {TypeError} when the value is not a list of files. */
export function toFiles(files: unknown): File[] {
  const list = isIterable(files) ? [...files] : [undefined]
  if (list.every(isFile)) return list
  throw new TypeError('Expected a list of File objects, like [file] or input.files')
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof value === 'object' && value !== null && Symbol.iterator in value

export const isFile = (value: unknown): value is File =>
  typeof value === 'object' &&
  value !== null &&
  isBlob(value) &&
  'name' in value &&
  typeof value.name === 'string'
