import type { SupportedFileInput } from '@uploadcare/upload-client'

/**
 * The data of an upload: bytes (`File`, `Blob`, `Buffer`, `Uint8Array`, a React Native asset), a stream of bytes, the URL
 * of a file, or the UUID of an uploaded one. A stream is read into memory first.
 */
export type UploadInput =
  | SupportedFileInput
  | Uint8Array
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | string
