import type { PickedFile } from './open-demo-page.js'

/** Creates a small text file. */
export const textFile = (name: string, text = `This is ${name}.`): PickedFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

/** Creates an image of one pixel. */
export const pngFile = (name: string): PickedFile => ({
  name,
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
})
