import { Buffer } from 'node:buffer'

/** Makes small files to upload, each with its own name and bytes. */
export function textFiles(count) {
  return Array.from({ length: count }, (_, index) => ({
    name: `note ${index + 1}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`This is note ${index + 1}.`),
  }))
}
