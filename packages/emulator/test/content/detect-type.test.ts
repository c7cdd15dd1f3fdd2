import { expect, it, test } from 'vitest'
import { createEmulator } from '../../src/index.js'
import { detectType } from '../../src/content/detect-type.js'
import { readImageInfo } from '../../src/image/read-image-info.js'
import { createMemoryStorage } from '../../src/store/memory-storage.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { imageBytes } from '../image/images.js'
import { postForm } from '../post-form.js'

const storage = createMemoryStorage(64 * 1024 * 1024)

async function detect(content: string | Uint8Array): Promise<string> {
  const bytes = await storage.keep([typeof content === 'string' ? Buffer.from(content) : content])
  return detectType(bytes, await readImageInfo(bytes))
}

it.each<[string, string | Uint8Array, string]>([
  ['HTML', '<!DOCTYPE html><title>x</title>', 'text/html'],
  ['HTML after a comment', ' \n<!-- hello --><HTML>', 'text/html'],
  ['HTML with an XML declaration', '<?xml version="1.0"?><!DOCTYPE html><html/>', 'text/html'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
  ['SVG with an XML declaration', '<?xml version="1.0"?>\n<!-- x -->\n<svg/>', 'image/svg+xml'],
  [
    'SVG with a document type',
    '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x"><svg/>',
    'image/svg+xml',
  ],
  [
    'SVG with a comment after the document type',
    '<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x">\n<!-- x -->\n<svg/>',
    'image/svg+xml',
  ],
  [
    'SVG with entities, as Illustrator writes it',
    '<?xml version="1.0"?><!DOCTYPE svg SYSTEM "x" [\n<!ENTITY ns "http://ns/">\n]><svg/>',
    'image/svg+xml',
  ],
  ['XML', '<?xml version="1.0"?><note/>', 'application/xml'],
  ['XML whose root has the name of an HTML element', '<?xml version="1.0"?><table/>', 'application/xml'],
  ['XML with a byte order mark', '\ufeff<?xml version="1.0"?><note/>', 'application/xml'],
  ['a JSON object', ' {"a": [1, 2]}\n', 'application/json'],
  ['a JSON array', '[{"a":1}]', 'application/json'],
  ['a long JSON document', JSON.stringify({ text: 'x'.repeat(10_000) }), 'application/json'],
  ['invalid JSON', '{"a": }', 'text/plain'],
  ['a list in brackets', '[note] buy milk', 'text/plain'],
  ['CSV', 'a,b\n1,2\n', 'text/plain'],
  ['UTF-8', 'Größe 猫', 'text/plain'],
  ['UTF-8 that is cut within a character', '猫'.repeat(2000), 'text/plain'],
  ['Latin-1', Buffer.from('caf\u00e9 cr\u00e8me', 'latin1'), 'text/plain'],
  ['UTF-16', Buffer.from('\ufeffhello', 'utf16le'), 'text/plain'],
  ['a text that begins with BM', 'BM is a bitmap', 'text/plain'],
  ['a text that begins with GIF8', 'GIF8 is not a version', 'text/plain'],
  ['a text that begins with PK', 'PK are initials', 'text/plain'],
  ['PDF', '%PDF-1.7\n1 0 obj', 'application/pdf'],
  ['PDF with binary data', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\0', 'latin1'), 'application/pdf'],
  ['PNG', imageBytes('png'), 'image/png'],
  ['WebP', imageBytes('webp'), 'image/webp'],
  ['ZIP', Buffer.from('504b030414000000080000000000', 'hex'), 'application/zip'],
  ['MP4', Buffer.from('00000018667479706d703432000000006d70343269736f6d', 'hex'), 'video/mp4'],
  ['other bytes', Buffer.from([0, 1, 2, 3, 250]), 'application/octet-stream'],
  ['an empty file', '', 'application/octet-stream'],
])('%s is detected', async (_name, content, type) => {
  expect(await detect(content)).toBe(type)
})

test.each([
  ['<!doctype html><script>alert(1)</script>', 'text/html'],
  ['%PDF-1.7\n', 'application/pdf'],
])('content_info has the detected type of %j, mime_type the declared one', async (content, mime) => {
  const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }] })
  const file = new File([content], 'a.png', { type: 'image/png' })
  const response = await postForm(emulator, '/base/', { UPLOADCARE_PUB_KEY: PUBLIC_KEY, file })
  const { file: uuid } = (await response.json()) as { file: string }
  const url = `https://upload.uploadcare.com/info/?pub_key=${PUBLIC_KEY}&file_id=${uuid}`
  const [type, subtype] = mime.split('/')

  expect(await (await emulator.fetch(new Request(url))).json()).toMatchObject({
    mime_type: 'image/png',
    content_info: { mime: { mime, type, subtype } },
  })
})
