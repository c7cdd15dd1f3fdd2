import { describe, expect, it } from 'vitest'
import { createResumableUpload } from '../../src/resumable/index.js'
import { MEBIBYTE, text, useStage } from '../use-stage.js'

const stage = await useStage()

const INJECTIONS: [string, object, RegExp][] = [
  [
    'a content type with a line break',
    { contentType: 'text/plain\r\nX-A: b' },
    /"contentType".*control characters/,
  ],
  ['a content type with a line feed', { contentType: 'text/plain\nX-A: b' }, /"contentType"/],
  // It becomes a header of each part, which cannot contain it.
  ['a content type in Cyrillic', { contentType: 'текст/текст' }, /"contentType".*HTTP header/],
  ['a content type with an emoji', { contentType: 'text/😀' }, /"contentType".*HTTP header/],
  ['a content type with a lone surrogate', { contentType: 'text/\uD800' }, /"contentType".*HTTP header/],
  ['a content type with a C1 control character', { contentType: 'text/\u0085' }, /"contentType"/],
  ['a file name with a line break', { fileName: 'a.txt"\r\n\r\nbytes' }, /"fileName"/],
  ['a file name with a null character', { fileName: 'a\0.txt' }, /"fileName"/],
  ['a metadata key with a line break', { metadata: { 'a\r\nb': 'c' } }, /metadata key "a\\r\\nb"/],
]

describe('an upload with characters that cannot be sent', () => {
  it.each(INJECTIONS)('rejects %s before a request is sent', async (_, options, message) => {
    const client = stage.createClient()
    const before = stage.issued
    for (const bytes of [text(), text(10 * MEBIBYTE)]) {
      await expect(client.uploadFile(bytes, options)).rejects.toThrow(message)
      await expect(client.uploadFile(bytes, options)).rejects.toThrow(TypeError)
    }
    await expect(client.base(text(), options)).rejects.toThrow(message)
    await expect(client.fromUrl('https://example.com/a.jpg', options)).rejects.toThrow(message)
    await expect(client.multipartStart(10 * MEBIBYTE, options)).rejects.toThrow(message)
    await expect(client.uploadFile('https://example.com/a.jpg', options)).rejects.toThrow(message)
    await expect(client.uploadFileGroup([text()], options)).rejects.toThrow(message)
    expect(await client.uploadFiles([text()], options)).toMatchObject([{ reason: { name: 'TypeError' } }])
    expect(() => createResumableUpload(client, new Blob(['x']), options)).toThrow(message)
    expect(stage.emulator.journal.entries()).toEqual([])
    expect(stage.issued).toBe(before)
  })

  it('rejects the name and the type of a File', async () => {
    const client = stage.createClient()
    await expect(client.uploadFile(new File(['x'], 'a\r\nb.txt'))).rejects.toThrow(/"fileName"/)
    const file = Object.assign(new Blob(['x']), {})
    Object.defineProperty(file, 'type', { value: 'text/plain\r\nX-A: b' })
    await expect(client.uploadFile(file)).rejects.toThrow(/"contentType"/)
  })

  it.each(['text/plain; charset="utf-8"', 'x-größe/ä', 'invalid', 'a'.repeat(3000)])(
    'accepts the content type %s in one request and in parts',
    async (contentType) => {
      const client = stage.createClient()
      for (const bytes of [text(), text(10 * MEBIBYTE)]) {
        await expect(client.uploadFile(bytes, { contentType })).resolves.toHaveProperty('uuid')
      }
    },
  )

  it('accepts line breaks in metadata values', async () => {
    const { metadata } = await stage.createClient().uploadFile(text(), { metadata: { note: 'two\r\nlines' } })
    expect(metadata).toEqual({ note: 'two\r\nlines' })
  })
})
