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
  ['a file name with a line break', { fileName: 'a.txt"\r\n\r\nbytes' }, /"fileName"/],
  ['a file name with a null character', { fileName: 'a\0.txt' }, /"fileName"/],
  ['a metadata key with a line break', { metadata: { 'a\r\nb': 'c' } }, /metadata key "a\\r\\nb"/],
]

describe('an upload with control characters', () => {
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

  it('accepts line breaks in metadata values', async () => {
    const { metadata } = await stage.createClient().uploadFile(text(), { metadata: { note: 'two\r\nlines' } })
    expect(metadata).toEqual({ note: 'two\r\nlines' })
  })
})
