import type { Sliceable } from '@uploadcare/upload-client'
import { takesBuffers } from './to-transport.js'
import type { UploadInput } from './upload-input.js'

/** Makes something that has a size and can be cut of whatever bytes were given to be uploaded. */
export async function toSliceable(data: Exclude<UploadInput, string>): Promise<Sliceable> {
  if (data instanceof Blob) return data
  if (data instanceof Uint8Array) {
    return takesBuffers()
      ? Buffer.from(data.buffer, data.byteOffset, data.byteLength)
      : new Blob([data as Uint8Array<ArrayBuffer>])
  }
  // React Native names a file by its address.
  if ('uri' in data) return (await fetch(data.uri)).blob()
  // In Node a Response takes any stream of bytes, which its type does not tell.
  return new Response(data as ReadableStream<Uint8Array>).blob()
}
