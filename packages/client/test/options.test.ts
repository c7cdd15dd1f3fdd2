import * as uploadClient from '@uploadcare/upload-client'
import { describe, expect, it, vi } from 'vitest'
import {
  CancelError,
  createTokenSource,
  NetworkError,
  SecureUploadClient,
  UploadError,
  uploadFile,
  uploadFiles,
  uploadFromUrl,
  uploadGroup,
  type SecureUploadSettings,
  type TokenSourceOptions,
} from '../src/index.js'
import { createResumableUpload } from '../src/resumable/index.js'
import { createUploadRoutes, type UploadRoute } from '../src/routes/index.js'

const fetchToken = (): Promise<unknown> => Promise.resolve(null)
const tokenSource = createTokenSource({ fetchToken })

describe('the options of createTokenSource', () => {
  it.each<[object, RegExp]>([
    [{ endpoint: 'httpx://app.example/token' }, /"endpoint" must be an http or https URL, got "httpx:/],
    [{ endpoint: 'localhost:3000/token' }, /"endpoint" must be an http or https URL/],
    [{ endpoint: 'https://' }, /"endpoint" must be an http or https URL/],
    [{ endpoint: new URL('ftp://app.example') }, /"endpoint" must be an http or https URL/],
    [{ endpoint: 42 }, /"endpoint" must be an http or https URL, got "42"/],
    [{ endpoint: {} }, /"endpoint" must be an http or https URL/],
    [{ fetchToken, headers: 'a: b' }, /"headers" must be an object or a function/],
    [{ fetchToken, headers: null }, /"headers" must be an object or a function/],
    [{ fetchToken, credentials: true }, /"credentials" must be one of: omit, same-origin, include/],
    [{ fetchToken, clock: Date.now }, /"clock" must be an object of functions/],
    [{ fetchToken, fetch: 'fetch' }, /"fetch" must be a function/],
    [{ fetchToken: {} }, /"fetchToken" must be a function/],
    [{ fetchToken, onEvent: 1 }, /"onEvent" must be a function/],
    [{ fetchToken, random: 1 }, /"random" must be a function/],
    [{ fetchToken, endPoint: '/a' }, /Unknown option "endPoint"\. Did you mean "endpoint"\?/],
    [{ fetchToken, maxRetrys: 1 }, /Did you mean "maxRetries"/],
    [{ fetchToken, timeout: 1 }, /Did you mean "timeoutMs"/],
    [{ fetchToken, timeoutMs: '10' }, /"timeoutMs" must be a number of milliseconds/],
    [{ fetchToken, maxRetries: '5' }, /"maxRetries" must be a number, 0 or more/],
    [{ fetchToken, color: 'red' }, /Unknown option "color"\. Expected one of: endpoint, fetchToken/],
  ])('%o throw a TypeError', (options, message) => {
    expect(() => createTokenSource(options)).toThrow(message)
    expect(() => createTokenSource(options)).toThrow(TypeError)
  })

  it('accept undefined explicitly', () => {
    const options: TokenSourceOptions = {
      endpoint: undefined,
      fetchToken,
      headers: undefined,
      credentials: undefined,
      fetch: undefined,
      initialToken: undefined,
      timeoutMs: undefined,
      maxRetries: undefined,
      onEvent: undefined,
      clock: undefined,
      random: undefined,
    }
    expect(() => createTokenSource(options)).not.toThrow()
  })

  it('reject on first use without a fetch of the platform, and do not retry', async () => {
    const endpoint = 'https://app.example/token'
    vi.stubGlobal('fetch', undefined)
    const failure = createTokenSource({ endpoint }).getToken()
    await expect(failure).rejects.toThrow(/This platform has no "fetch"/)
    vi.unstubAllGlobals()
  })
})

describe('the default token endpoint', () => {
  it('is /api/upload-token in a browser', async () => {
    vi.stubGlobal('location', new URL('https://app.example/'))
    const requested: unknown[] = []
    vi.stubGlobal('fetch', (address: unknown) => {
      requested.push(address)
      return Promise.resolve(Response.json({ error: {} }, { status: 401 }))
    })
    await expect(createTokenSource().getToken()).rejects.toMatchObject({ code: 'ERR_UNAUTHENTICATED' })
    await expect(new SecureUploadClient().tokenSource.getToken()).rejects.toMatchObject({
      code: 'ERR_UNAUTHENTICATED',
    })
    vi.unstubAllGlobals()
    expect(requested).toEqual(['/api/upload-token', '/api/upload-token'])
  })

  it('does not exist elsewhere', () => {
    expect(() => createTokenSource()).toThrow(/"endpoint"/)
    expect(() => new SecureUploadClient()).toThrow(/"tokenEndpoint"/)
  })
})

describe('the settings of SecureUploadClient', () => {
  it('refuse both tokenEndpoint and tokenSource, by type and at runtime', () => {
    // @ts-expect-error only one of both
    const both: SecureUploadSettings = { tokenEndpoint: '/a', tokenSource }
    expect(() => new SecureUploadClient(both)).toThrow(/only one of "tokenEndpoint" and "tokenSource"/)
  })

  it.each<[object, RegExp]>([
    [{ baseUrl: 'https://upload.example' }, /Unknown option "baseUrl"\. Did you mean "baseURL"\?/],
    [{ tokenEndpont: '/a' }, /Did you mean "tokenEndpoint"/],
    [{ maxConcurrentRequest: 3 }, /Did you mean "maxConcurrentRequests"/],
    [{ baseURL: 'httpx://upload.example' }, /"baseURL" must be an http or https URL/],
    [{ offlineTimeoutMs: -1 }, /"offlineTimeoutMs" must be a number, 0 or more/],
    [{ multipartMinFileSize: '10MB' }, /"multipartMinFileSize" must be a number/],
    [{ onProgress: true }, /"onProgress" must be a function/],
    [{ tokenSource: {} }, /"tokenSource" must be a token source/],
    [{ publicKey: 42 }, /"publicKey" must be a string/],
  ])('%o throw a TypeError', (settings, message) => {
    expect(() => new SecureUploadClient({ tokenSource, ...settings })).toThrow(message)
  })

  it.each(['', 42, null, 'httpx://app.example', new URL('ftp://app.example')])(
    'name tokenEndpoint when it is %o',
    (tokenEndpoint) => {
      const settings = { tokenEndpoint } as SecureUploadSettings
      expect(() => new SecureUploadClient(settings)).toThrow(/^"tokenEndpoint"/)
    },
  )

  it('pass names on that a newer upload-client may know', () => {
    const client = new SecureUploadClient({ tokenSource, futureOption: 1 } as object)
    expect(client.getSettings()).toMatchObject({ futureOption: 1 })
  })
})

describe('the options of createUploadRoutes', () => {
  it.each<[object, RegExp]>([
    [{ endpoint: 42 }, /"endpoint" must be an http or https URL/],
    [{ timeoutMs: '10' }, /"timeoutMs" must be a number of milliseconds/],
    [{ maxRetries: -1 }, /"maxRetries" must be a number, 0 or more/],
    [{ fetch: 'fetch' }, /"fetch" must be a function/],
    [{ credentials: 'all' }, /"credentials" must be one of/],
  ])('%o throw a TypeError before a route is used', (options, message) => {
    expect(() => createUploadRoutes({ endpoint: 'https://app.example', ...options })).toThrow(message)
  })
})

describe('the upload functions', () => {
  const data = new Blob(['x'])

  it('refuse unknown options', async () => {
    const wrong = { baseURl: 'https://upload.example' } as object
    const message = /Unknown option "baseURl"\. Did you mean "baseURL"\?/
    await expect(uploadFile(tokenSource, data, wrong)).rejects.toThrow(message)
    await expect(uploadFiles(tokenSource, [data], wrong)).rejects.toThrow(message)
    await expect(uploadGroup(tokenSource, [data], wrong)).rejects.toThrow(message)
    await expect(uploadFromUrl(tokenSource, 'https://example.com', wrong)).rejects.toThrow(message)
    expect(() => createResumableUpload(tokenSource, data, wrong)).toThrow(message)
    expect(() => createResumableUpload(tokenSource, data, { resumeKy: 'x' } as object)).toThrow(/"resumeKey"/)
    await expect(uploadFile(tokenSource, data, { color: 'red' } as object)).rejects.toThrow(/Expected one of/)
  })

  it.each<[object, string]>([
    [{ baseURL: 42 }, '"baseURL" must be a string'],
    [{ metadata: null }, '"metadata" must be an object of strings'],
    [{ metadata: 'a' }, '"metadata" must be an object of strings'],
    [{ metadata: ['a'] }, '"metadata" must be an object of strings'],
    [{ metadata: new Map([['a', 'b']]) }, '"metadata" must be an object of strings'],
    [{ metadata: new FormData() }, '"metadata" must be an object of strings'],
    [{ metadata: new URLSearchParams({ a: 'b' }) }, '"metadata" must be an object of strings'],
    [{ fileName: 42 }, '"fileName" must be a string'],
    [{ contentType: null }, '"contentType" must be a string'],
    [{ tags: 'a' }, '"tags" must be an array of strings'],
    [{ signal: {} }, '"signal" must be an AbortSignal'],
    [{ signal: null }, '"signal" must be an AbortSignal'],
    [{ multipartChunkSize: 5.5 }, '"multipartChunkSize" must be a whole number of bytes, 1 or more'],
    [{ multipartChunkSize: Infinity }, '"multipartChunkSize" must be a whole number of bytes, 1 or more'],
    [{ maxConcurrentRequests: null }, '"maxConcurrentRequests" must be a number, 1 or more'],
    [{ offlineTimeoutMs: NaN }, '"offlineTimeoutMs" must be a number, 0 or more'],
  ])('refuse %o', async (options, message) => {
    const error = new TypeError(message)
    await expect(uploadFile(tokenSource, data, options)).rejects.toThrow(error)
    await expect(uploadFiles(tokenSource, [data], options)).rejects.toThrow(error)
    await expect(uploadGroup(tokenSource, [data], options)).rejects.toThrow(error)
    await expect(uploadFromUrl(tokenSource, 'https://example.com', options)).rejects.toThrow(error)
    expect(() => createResumableUpload(tokenSource, data, options)).toThrow(error)
    expect(() => createUploadRoutes({ endpoint: 'https://app.example', ...options })).toThrow(
      'metadata' in options ? /"metadata"/ : error,
    )
    const client = new SecureUploadClient({ tokenSource })
    await expect(client.uploadFile(data, options)).rejects.toThrow(error)
    await expect(client.base(data, options)).rejects.toThrow(error)
  })

  it('refuse null and text for the options', async () => {
    for (const wrong of [null, 'options'] as never[]) {
      const error = new TypeError('The options must be an object')
      await expect(uploadFile(tokenSource, data, wrong)).rejects.toThrow(error)
      await expect(uploadFiles(tokenSource, [data], wrong)).rejects.toThrow(error)
      await expect(uploadGroup(tokenSource, [data], wrong)).rejects.toThrow(error)
      await expect(uploadFromUrl(tokenSource, 'https://example.com', wrong)).rejects.toThrow(error)
      await expect(new SecureUploadClient({ tokenSource }).uploadFile(data, wrong)).rejects.toThrow(error)
      const route = createUploadRoutes({ endpoint: 'https://app.example' }).route('avatar' as never)
      await expect((route as UploadRoute<unknown>).uploadFile(data, wrong)).rejects.toThrow(error)
      expect(() => createResumableUpload(tokenSource, data, wrong)).toThrow(error)
      expect(() => createTokenSource(wrong)).toThrow(error)
      expect(() => createUploadRoutes(wrong)).toThrow(error)
      expect(() => new SecureUploadClient(wrong)).toThrow(error)
    }
  })

  it('refuse null for the data, the client and the source', async () => {
    await expect(uploadFile(tokenSource, null as never)).rejects.toThrow(/Expected a File.*, got null/)
    await expect(uploadFile(null as never, data)).rejects.toThrow(/"source" must be a token source/)
    expect(() => createResumableUpload(null as never, data)).toThrow(/"source" must be a token source/)
    expect(() => createResumableUpload(tokenSource, null as never)).toThrow(/Expected a File or a Blob/)
  })

  it('refuse a value that is not a token source', async () => {
    await expect(uploadFile({} as never, data)).rejects.toThrow(/"source" must be a token source/)
    await expect(uploadFile('/api/upload-token' as never, data)).rejects.toThrow(TypeError)
  })

  it('refuse a URL that is not http or https', async () => {
    await expect(uploadFromUrl(tokenSource, 'ftp://example.com')).rejects.toThrow(/"url" must be/)
  })
})

it('the errors of upload-client are exported, as the classes of upload-client', () => {
  expect([CancelError, NetworkError, UploadError]).toEqual([
    uploadClient.CancelError,
    uploadClient.NetworkError,
    uploadClient.UploadError,
  ])
})
