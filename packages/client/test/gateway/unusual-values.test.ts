import { createServer, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { openAsBlob } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { CancelError } from '@uploadcare/upload-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  uploadFile,
  uploadFiles,
  uploadFromUrl,
  uploadGroup,
  type TokenSource,
  type UploadInput,
} from '../../src/index.js'
import { MEBIBYTE, text, useStage } from '../use-stage.js'

const stage = await useStage()
const source = (): TokenSource => stage.createClient().tokenSource
const options = (): { baseURL: string } => ({ baseURL: stage.url })
const file = (name = 'a.txt', content = 'x'): File => new File([content], name, { type: 'text/plain' })
const requests = (): number => stage.emulator.journal.entries().length
/** Gives a function a value that its type refuses. */
const invalid = (value: unknown): never => value as never

describe('the name of a file in Node', () => {
  let bodies: string[] = []
  const server = createServer((request: IncomingMessage, response) => {
    void request.toArray().then((chunks) => {
      bodies.push(Buffer.concat(chunks as Buffer[]).toString())
      response.end('{"error":{"status_code":400,"content":"recorded","error_code":"UploadAPIError"}}')
    })
  })
  beforeAll(async () => {
    await once(server.listen(0, '127.0.0.1'), 'listening')
  })
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const sent = async (name: string): Promise<string | undefined> => {
    bodies = []
    const { port } = server.address() as AddressInfo
    const baseURL = `http://127.0.0.1:${String(port)}`
    await expect(uploadFile(source(), file(name), { baseURL })).rejects.toThrow('recorded')
    return /filename="([^\r\n]*)"\r\n/.exec(bodies.join(''))?.[1]
  }

  // test-full/names-and-types.test.ts checks that Chromium sends the same bytes.
  it.each([
    ['a"b.txt', 'a%22b.txt'],
    ['a%22b.txt', 'a%22b.txt'],
    ['a\\b.txt', 'a\\b.txt'],
    ['a\uD800b.txt', 'a\uFFFDb.txt'],
    ['ü😀;x=y.txt', 'ü😀;x=y.txt'],
    ["a'b.txt", "a'b.txt"],
    ['', 'original'],
  ])('%j is sent as %j', async (name, expected) => {
    expect(await sent(name)).toBe(expected)
  })

  it('with a line separator (U+2028) is sent whole', async () => {
    bodies = []
    const { port } = server.address() as AddressInfo
    const baseURL = `http://127.0.0.1:${String(port)}`
    await expect(uploadFile(source(), file('a\u2028b.txt'), { baseURL })).rejects.toThrow('recorded')
    expect(bodies.join('')).toContain('filename="a\u2028b.txt"')
  })

  it('with a control character is refused before a request', async () => {
    for (const name of ['a\0b.txt', 'a\nb.txt', 'a\u007Fb.txt']) {
      await expect(uploadFile(source(), file(name), options())).rejects.toThrow(/"fileName" must not contain/)
    }
    expect(requests()).toBe(0)
  })
})

describe('the data of an upload', () => {
  it.each<[string, () => UploadInput | Promise<UploadInput>, number]>([
    ['a DataView', () => new DataView(new Uint8Array([1, 2, 3, 4]).buffer, 1, 2) as unknown as Uint8Array, 2],
    ['a Uint16Array', () => new Uint16Array([1, 2]) as unknown as Uint8Array, 4],
    ['a subarray', () => new Uint8Array(10).subarray(2, 5), 3],
    ['a ReadableStream', () => new Blob(['abc']).stream(), 3],
    ['a stream of Node', () => Readable.from([Buffer.from('ab'), Buffer.from('c')]), 3],
    ['a stream of text', () => Readable.from(['ab', 'c']), 3],
    ['a Blob of openAsBlob', () => openAsBlob(new URL('../../tsup.config.ts', import.meta.url)), -1],
    ['an empty file', () => file('empty.txt', ''), 0],
  ])('can be %s', async (_, create, size) => {
    const data = await create()
    const expected = size === -1 ? (data as Blob).size : size
    expect(await uploadFile(source(), data, options())).toMatchObject({ size: expected })
  })

  it.each<[string, unknown, RegExp]>([
    ['an ArrayBuffer', new ArrayBuffer(2), /got ArrayBuffer: pass new Uint8Array\(buffer\)$/],
    ['a URL object', new URL('https://a.example/'), /got URL: pass its href$/],
    ['a Response', new Response('x'), /got Response/],
    ['null', null, /got null/],
    ['a list', [file()], /got Array/],
    ['a FileList', { 0: file(), length: 1 }, /got Object/],
    ['a path', '/etc/hosts', /Expected a URL or a UUID to upload, got "\/etc\/hosts"/],
    ['an empty text', '', /got ""/],
    ['a javascript: URL', 'javascript:alert(1)', /Expected a URL or a UUID/],
    ['a blob: URL', 'blob:http://app.example/1', /Expected a URL or a UUID/],
  ])('cannot be %s', async (_, data, message) => {
    await expect(uploadFile(source(), invalid(data), options())).rejects.toThrow(message)
    expect(requests()).toBe(0)
  })

  it.each([
    { uri: 'data:text/plain,hello' },
    { uri: 'data:text/plain,hello', name: null, type: null },
    { uri: 'data:text/plain,hello', name: '', type: '' },
    { uri: 'data:text/plain,hello', name: 5, fileSize: 5 },
    { uri: 'data:,hello', name: 'a.txt', type: 'text/plain' },
  ])('can be an asset of React Native, which other platforms read: %o', async (asset) => {
    expect(await uploadFile(source(), invalid(asset), options())).toMatchObject({ size: 5 })
    expect(await stage.createClient().base(invalid(asset))).toHaveProperty('file')
  })

  it('cannot be an asset whose file is gone, and the error names the file', async () => {
    const gone = ['file:///gone.jpg', 'blob:nodedata:gone', `${stage.url}/gone.jpg`]
    for (const uri of gone) {
      const upload = uploadFile(source(), { uri, name: 'photo.jpg', type: 'image/jpeg' }, options())
      await expect(upload).rejects.toMatchObject({
        code: 'ERR_FILE_UNREADABLE',
        data: { fileName: 'photo.jpg' },
        message: expect.stringContaining('"photo.jpg" cannot be read') as unknown,
      })
    }
    expect(stage.emulator.journal.entries('base')).toEqual([])
  })

  it('is not quoted whole in the message, like a data URL of 10 MB', async () => {
    const dataUrl = `data:image/png;base64,${'A'.repeat(10_000_000)}`
    const error: unknown = await uploadFile(source(), dataUrl, options()).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TypeError)
    expect(String(error).length).toBeLessThan(200)
    expect(String(error)).toContain('data:image/png')
  })

  it.each([
    [
      'a stream that fails',
      () => Readable.from([Buffer.from('a')]).map(() => Promise.reject(new Error('boom'))),
      /boom/,
    ],
    ['a stream of numbers', () => Readable.from([1, 2]), /type number/],
  ])('rejects with the error of %s', async (_, create, message) => {
    await expect(uploadFile(source(), invalid(create()), options())).rejects.toThrow(message)
  })
})

describe('a list of files', () => {
  it.each([
    ['a Set', new Set([file()])],
    ['an iterator', [file()].values()],
    ['a FileList', { 0: file(), length: 1 }],
    ['text', 'abc'],
    ['null', null],
  ])('cannot be %s', async (_, list) => {
    await expect(uploadFiles(source(), invalid(list), options())).rejects.toThrow(
      /Expected an array of files/,
    )
    await expect(uploadGroup(source(), invalid(list), options())).rejects.toThrow(
      /Expected an array of files/,
    )
  })

  it('gives each invalid entry its own outcome', async () => {
    const list = [null, file(), undefined, [file()], 42, 'no file', file()]
    const outcomes = await uploadFiles(source(), invalid(list), options())
    expect(outcomes.map(({ status }) => status.charAt(0)).join('')).toBe('rfrrrrf')
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(TypeError)
    }
  })

  it('makes a group of 1 file, and of none or of text that is no UUID a TypeError without a request', async () => {
    expect(await uploadGroup(source(), [file()], options())).toMatchObject({ filesCount: 1 })
    await stage.emulator.reset()
    await expect(uploadGroup(source(), [], options())).rejects.toThrow(/at least one file/)
    await expect(uploadGroup(source(), ['hello'], options())).rejects.toThrow(
      /Expected a URL or a UUID.*"hello"/,
    )
    expect(requests()).toBe(0)
  })

  it('rejects a group of more files than Uploadcare accepts with the error of Uploadcare', async () => {
    const { uuid } = await uploadFile(source(), file(), options())
    const uuids = Array<string>(1001).fill(uuid)
    await expect(uploadGroup(source(), uuids, options())).rejects.toMatchObject({
      code: 'RequestFiledsNumberLimitExceededError',
    })
  })
})

describe('the URL of uploadFromUrl', () => {
  it.each([
    '/photo.jpg',
    '//example.com/a.jpg',
    'ftp://example.com/a',
    'javascript:alert(1)',
    'data:,x',
    ' https://a.example',
    null,
  ])('cannot be %j', async (url) => {
    await expect(uploadFromUrl(source(), invalid(url), options())).rejects.toThrow(
      /"url" must be an http or https/,
    )
    expect(requests()).toBe(0)
  })

  it.each([
    ['http://', 'URLHostRequiredError'],
    ['https://exa mple.com/', 'URLHostMalformedError'],
    ['https://host.invalid/a.jpg', 'HostnameNotFoundError'],
  ])('%j rejects with the error of Uploadcare', async (url, code) => {
    await expect(uploadFromUrl(source(), url, options())).rejects.toMatchObject({ code })
  })
})

describe('options of an upload', () => {
  it.each<[object, RegExp]>([
    [{ store: 'yes' }, /"store" must be true, false or 'auto'/],
    [{ store: null }, /"store"/],
    [{ store: 1 }, /"store"/],
    [{ metadata: { age: 5 } }, /"metadata" must be an object of strings/],
    [{ metadata: { parent: null } }, /"metadata"/],
    [{ metadata: { nested: {} } }, /"metadata"/],
    [{ metadata: new Map([['a', 'b']]) }, /"metadata" must be an object of strings/],
    [{ metadata: new URLSearchParams('a=b') }, /"metadata"/],
    [{ metadata: new FormData() }, /"metadata"/],
    [{ metadata: new Headers({ a: 'b' }) }, /"metadata"/],
    [{ metadata: new Date() }, /"metadata"/],
    [{ tags: [1] }, /"tags" must be an array of strings/],
    [{ source: 5 }, /"source" must be a string/],
    [{ integration: {} }, /"integration" must be a string/],
    [{ integration: 'a\r\nX-A: b' }, /"integration" must be text for an HTTP header/],
    [{ integration: 'Приложение/1.0' }, /"integration"/],
    [{ userAgent: 'a\nb' }, /"userAgent" must be text for an HTTP header, or a function/],
    [{ userAgent: '😀' }, /"userAgent"/],
    [{ userAgent: 5 }, /"userAgent"/],
    [{ userAgent: null }, /"userAgent"/],
    [{ baseCDN: 'cdn.example.com' }, /"baseCDN" must be an http or https URL/],
    [{ baseCDN: '/cdn' }, /"baseCDN"/],
    [{ baseCDN: 'ftp://cdn.example.com' }, /"baseCDN"/],
    [{ prefixedBaseCDN: 'ucarecd.net' }, /"prefixedBaseCDN" must be an http or https URL/],
    [{ baseURL: '/upload' }, /"baseURL" must be an http or https URL/],
    [{ baseURL: '' }, /"baseURL"/],
    [{ baseURL: 'http://' }, /"baseURL"/],
  ])('%j is refused before a request', async (option, message) => {
    const client = stage.createClient()
    await expect(uploadFile(source(), file(), { ...options(), ...option })).rejects.toThrow(message)
    await expect(client.uploadFile(file(), option)).rejects.toThrow(message)
    expect(() => stage.createClient(option)).toThrow(message)
    expect(requests()).toBe(0)
  })

  it.each([
    ['https://cdn.example.com', 'https://cdn.example.com/'],
    ['https://cdn.example.com/', 'https://cdn.example.com/'],
    ['https://example.com/files', 'https://example.com/files/'],
    ['https://example.com/files/', 'https://example.com/files/'],
  ])('baseCDN %j makes the address of a file %j with its UUID', async (baseCDN, base) => {
    const { uuid, cdnUrl } = await uploadFile(source(), file(), { ...options(), baseCDN })
    expect(cdnUrl).toBe(`${base}${uuid}/`)
  })

  it('an empty baseCDN is the default', async () => {
    const { cdnUrl } = await uploadFile(source(), file(), { ...options(), baseCDN: '' })
    expect(cdnUrl).toMatch(/^https:\/\/\w+\.ucarecd\.net\//)
  })

  it.each<[Record<string, string>, string]>([
    [
      Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`k${String(index)}`, 'v'])),
      'KeysNumberTooBig',
    ],
    [{ ['k'.repeat(65)]: 'v' }, 'KeyLengthTooBig'],
    [{ k: 'v'.repeat(513) }, 'ValueLengthTooBig'],
    [{ k: '' }, 'ValueEmpty'],
    [{ kü: 'v' }, 'KeyForbidden'],
    [{ '': 'v' }, 'KeyEmpty'],
  ])('metadata beyond the limits rejects with the error of Uploadcare %#', async (metadata, code) => {
    const upload = uploadFile(source(), file(), { ...options(), metadata })
    await expect(upload).rejects.toMatchObject({ code: `FileMetadata${code}Error` })
  })

  it('metadata at the limits is stored unchanged', async () => {
    const metadata = Object.fromEntries(
      Array.from({ length: 49 }, (_, index) => [`k_${String(index)}`.padEnd(64, '-'), 'ü'.repeat(512)]),
    )
    const all = { ...metadata, lines: 'a\r\nb' }
    expect(await uploadFile(source(), file(), { ...options(), metadata: all })).toMatchObject({
      metadata: all,
    })
  })
})

describe('a listener', () => {
  const fail = (): never => {
    throw new Error('a mistake of the app')
  }

  it.each<[string, Parameters<typeof uploadFile>[1]]>([
    ['a small file', file()],
    ['a large body', text(100_000)],
    ['a file in parts', text(11 * MEBIBYTE)],
  ])('that throws does not fail or repeat the upload of %s', async (_, data) => {
    const uploaded = await uploadFile(source(), data, { ...options(), onProgress: fail, onEvent: fail })
    expect(uploaded.uuid).toMatch(/^[\da-f-]{36}$/)
    expect(stage.emulator.journal.entries('base').length).toBeLessThanOrEqual(1)
  })

  it('that throws does not fail a batch, a group or a method of the client', async () => {
    const listeners = { onProgress: fail, onFileProgress: fail }
    const outcomes = await uploadFiles(source(), [file(), file()], { ...options(), ...listeners })
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await uploadGroup(source(), [file()], { ...options(), onProgress: fail })).toMatchObject({
      filesCount: 1,
    })
    const client = stage.createClient()
    expect(await client.uploadFile(file(), { onProgress: fail })).toMatchObject({ size: 1 })
    expect(await client.base(text(100_000), { onProgress: fail })).toHaveProperty('file')
  })

  it.each([1, 100_000, 11 * MEBIBYTE])('may abort the upload of %i bytes', async (bytes) => {
    const controller = new AbortController()
    const onProgress = (): void => {
      controller.abort()
    }
    const upload = uploadFile(source(), text(bytes), { ...options(), signal: controller.signal, onProgress })
    await expect(upload).rejects.toBeInstanceOf(CancelError)
  })
})

describe('a signal that is already aborted', () => {
  const signal = AbortSignal.abort(new Error('a reason of the app'))

  it.each<[string, () => Promise<unknown>]>([
    ['a file', () => uploadFile(source(), file(), { ...options(), signal })],
    ['a UUID', () => uploadFile(source(), '3ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e11', { ...options(), signal })],
    ['a URL', () => uploadFromUrl(source(), 'https://a.example/', { ...options(), signal })],
    ['a group', () => uploadGroup(source(), [file()], { ...options(), signal })],
  ])('cancels %s before a request', async (_, upload) => {
    await expect(upload()).rejects.toBeInstanceOf(CancelError)
    expect(requests()).toBe(0)
  })

  it('cancels each file of a batch before a request', async () => {
    const outcomes = await uploadFiles(source(), [file(), file()], { ...options(), signal })
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ reason: expect.any(CancelError) as unknown })
    expect(requests()).toBe(0)
  })
})

describe('an abort between multipart/complete and info', () => {
  it('cancels the upload without another request', async () => {
    const controller = new AbortController()
    stage.emulator.faults.add({ endpoint: 'info', times: Infinity, until: new Promise(() => undefined) })
    stage.emulator.faults.add({ endpoint: 'multipart/complete', drop: 'answer' })
    const upload = uploadFile(source(), text(11 * MEBIBYTE), { ...options(), signal: controller.signal })
    await expect.poll(() => stage.emulator.journal.entries('info').length).toBe(1)
    controller.abort()
    await expect(upload).rejects.toBeInstanceOf(CancelError)
    expect(stage.emulator.journal.entries('info')).toHaveLength(1)
  })
})
