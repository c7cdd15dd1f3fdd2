import type { Sliceable } from '@uploadcare/upload-client'
import type { UploadInput } from './upload-input.js'

/**
 * Converts the bytes of an upload to a value with a size that can be sliced.
 *
 * @throws {TypeError} when the value is not supported.
 */
export async function toBytes(data: Exclude<UploadInput, string>): Promise<Sliceable> {
  if (data instanceof Blob) return data
  if (data instanceof Uint8Array) {
    return usesBuffers()
      ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
      : new Blob([data as Uint8Array<ArrayBuffer>])
  }
  // A React Native asset refers to a file by its address.
  if ('uri' in data) return (await fetch(data.uri)).blob()
  if (!isStream(data)) {
    throw new TypeError('Expected a File, a Blob, bytes, a stream of bytes, a URL or a UUID to upload')
  }
  // In Node a Response accepts every stream of bytes, which its type does not show.
  return new Response(data as ReadableStream<Uint8Array>).blob()
}

/** Converts bytes to the type that upload-client can send here. Reads no more than the given part or file. */
export async function toBody(data: Sliceable): Promise<Sliceable> {
  return data instanceof Blob && usesBuffers() ? Buffer.from(await data.arrayBuffer()) : data
}

/** Returns the size of a `Blob` or a `Buffer`. */
export const sizeBytesOf = (data: Sliceable): number => ('size' in data ? data.size : data.length)

/** upload-client's Node build accepts only a `Buffer`; its builds for browsers and React Native accept a `Blob`. */
const usesBuffers = (): boolean => typeof XMLHttpRequest === 'undefined'

/** A cross-realm `File` fails `instanceof`, but has a stream. */
const isStream = (data: object): boolean =>
  'stream' in data || data instanceof ReadableStream || Symbol.asyncIterator in data
