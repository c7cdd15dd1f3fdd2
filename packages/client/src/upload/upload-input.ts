import type { SupportedFileInput } from '@uploadcare/upload-client'

/**
 * What can be uploaded: bytes (`File`, `Blob`, `Buffer`, `Uint8Array`, a React Native asset), a stream of them, the
 * address of a file as a string, or the uuid of one that Uploadcare has already. A stream is read into memory first.
 */
export type UploadInput =
  | SupportedFileInput
  | Uint8Array
  | ReadableStream<Uint8Array>
  | AsyncIterable<Uint8Array>
  | string
