import type { Sliceable } from '@uploadcare/upload-client'
import { takesBuffers } from './to-transport.js'
import type { UploadInput } from './upload-input.js'

/**
 * Makes something that has a size and can be cut of whatever bytes were given to be uploaded.
 *
 * @throws {TypeError} when it is nothing of the kind.
 */
export async function toSliceable(data: Exclude<UploadInput, string>): Promise<Sliceable> {
  if (data instanceof Blob) return data
  if (data instanceof Uint8Array) {
    return takesBuffers()
      ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
      : new Blob([data as Uint8Array<ArrayBuffer>])
  }
  // React Native names a file by its address.
  if ('uri' in data) return (await fetch(data.uri)).blob()
  if (!isStream(data)) {
    throw new TypeError('Give a File, a Blob, bytes, a stream of bytes, an address or a UUID to be uploaded')
  }
  // In Node a Response takes any stream of bytes, which its type does not tell.
  return new Response(data as ReadableStream<Uint8Array>).blob()
}

/** A File of another window is none of this one's, but has a stream. */
const isStream = (data: object): boolean =>
  'stream' in data || data instanceof ReadableStream || Symbol.asyncIterator in data
