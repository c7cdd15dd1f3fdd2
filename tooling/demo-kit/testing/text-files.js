import { Buffer } from 'node:buffer'

/** Creates small files with different names and contents. */
export function textFiles(count) {
  return Array.from({ length: count }, (_, index) => ({
    name: `note ${index + 1}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`This is note ${index + 1}.`),
  }))
}
