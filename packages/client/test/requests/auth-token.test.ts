import { afterEach, describe, expect, it, vi } from 'vitest'
import { createTokenSource, SecureUploadClient } from '../../src/index.js'

const authToken = { authToken: 'header.claims.mac', publicKey: 'demopublickey', expiresIn: 60 }
const fetchToken = (): Promise<unknown> => Promise.resolve(authToken)

afterEach(() => {
  vi.doUnmock('@uploadcare/upload-client')
  vi.resetModules()
})

describe('an auth token', () => {
  it('rejects with ERR_CREDENTIAL_UNSUPPORTED and the version to install, when upload-client ignores it', async () => {
    vi.resetModules()
    const send = vi.fn(() => Promise.resolve({}))
    vi.doMock('@uploadcare/upload-client', async (original) => {
      const actual = await original<object>()
      // Functions that read no option are like those before 6.23.
      return { ...actual, base: send, info: send, group: send, fromUrl: send, multipartStart: send }
    })
    const older = await import('../../src/index.js')
    const client = new older.SecureUploadClient({ tokenSource: older.createTokenSource({ fetchToken }) })
    const uuid = '3ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e11'
    for (const upload of [
      () => client.uploadFile(new Blob(['x'])),
      () => client.base(new Blob(['x'])),
      () => client.group([uuid]),
      () => client.multipartStart(11_000_000),
      () => client.fromUrl('https://example.com/a.jpg'),
    ]) {
      await expect(upload()).rejects.toMatchObject({
        code: 'ERR_CREDENTIAL_UNSUPPORTED',
        message: expect.stringMatching(/upload-client 6\.23 or newer/) as unknown,
      })
    }
    // Only the probe of the version calls it.
    expect(send).toHaveBeenCalledOnce()
  })

  it('is passed as a string to each signed request of an upload-client that reads it, and never with a signature', async () => {
    const sent: [string, Record<string, unknown>][] = []
    const uuid = '3ee2b1a4-7e4c-4a0e-9d5f-0c1a5f0d7e11'
    vi.resetModules()
    vi.doMock('@uploadcare/upload-client', async (original) => {
      const actual = await original<object>()
      /** Reads the option like upload-client 6.23. */
      const record = (name: string, answer: object) => (_: unknown, options: Record<string, unknown>) => {
        const { authToken: read } = options
        if (options['baseURL'] === '') return Promise.reject(new TypeError('Invalid URL'))
        sent.push([name, { ...options, authToken: read }])
        return Promise.resolve(answer)
      }
      const info = { uuid, isReady: true, size: 1, filename: 'a', originalFilename: 'a', mimeType: 'a/b' }
      return {
        ...actual,
        base: record('base', { file: uuid }),
        info: record('info', info),
        group: record('group', { id: `${uuid}~1`, files: [info] }),
        fromUrl: record('from_url', { type: 'token', token: 'x' }),
        multipartStart: record('multipart/start', { uuid, parts: ['https://s3.example/1'] }),
      }
    })
    const fresh = await import('../../src/index.js')
    const client = new fresh.SecureUploadClient({ tokenSource: fresh.createTokenSource({ fetchToken }) })
    await client.uploadFile(new Blob(['x']))
    await client.group([uuid])
    await client.multipartStart(11_000_000)
    await client.fromUrl('https://example.com/a.jpg')
    const signed = sent.filter(([name]) => name !== 'info')
    expect(signed.map(([name]) => name)).toEqual(['base', 'group', 'multipart/start', 'from_url'])
    for (const [, options] of signed) {
      expect(options['authToken']).toBe('header.claims.mac')
      expect(options).not.toHaveProperty('secureSignature')
    }
  })

  it('is refused as an option', async () => {
    const client = new SecureUploadClient({ tokenSource: createTokenSource({ fetchToken }) })
    await expect(client.uploadFile(new Blob(['x']), { authToken: 'x' } as object)).rejects.toThrow(
      /"authToken"/,
    )
    expect(() => new SecureUploadClient({ authToken: 'x' } as object)).toThrow(TypeError)
  })
})
