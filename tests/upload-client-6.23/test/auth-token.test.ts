import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { generateAuthToken, generateSecureSignature } from '@secure-uploading/core'
import { startEmulator, type EmulatorServer } from '@secure-uploading/emulator/node'
import {
  AuthError,
  AuthTokenResolverError,
  base,
  type BaseOptions,
  fromUrl,
  fromUrlStatus,
  group,
  groupInfo,
  info,
  isAuthTokenResolver,
  multipartComplete,
  multipartStart,
  normalizeAuthToken,
  resolveAuthToken,
  UploadClient,
  UploadError,
} from '@secure-uploading/upload-client-6.23'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

const SECRET_KEY = 'demosecretkey'
const publicKey = 'demopublickey'
const file = Buffer.from('hello')
let server: EmulatorServer
let options: { publicKey: string; baseURL: string }

beforeAll(async () => {
  server = await startEmulator({
    projects: [{ publicKey, secretKeys: [SECRET_KEY], secureUploading: true }],
  })
  options = { publicKey, baseURL: server.url }
})
afterEach(() => server.emulator.reset())
afterAll(() => server.close())

const createToken = (claims: { operations?: number; scope?: string[] } = {}): Promise<string> =>
  generateAuthToken(SECRET_KEY, { expiresIn: 60, ...claims })
const credentials = (): (string | undefined)[] =>
  server.emulator.journal.entries().map(({ credential }) => credential)

describe('authToken', () => {
  it('is sent as a Bearer token by the eight functions that take it', async () => {
    const sent = new Map<string | undefined, string | undefined>()
    const recorder = createServer((request, response) => {
      sent.set(request.url?.split('?')[0], request.headers.authorization)
      request.resume().on('end', () => response.end('{"error":{"content":"recorded"}}'))
    })
    await once(recorder.listen(0, '127.0.0.1'), 'listening')
    const baseURL = `http://127.0.0.1:${(recorder.address() as AddressInfo).port}`
    const withToken = { publicKey, baseURL, authToken: 'a.b.c' }

    const calls = [
      base(file, withToken),
      fromUrl('https://example.com/', withToken),
      fromUrlStatus('token', { baseURL, authToken: 'a.b.c' }),
      group(['uuid'], withToken),
      groupInfo('uuid~1', withToken),
      info('uuid', withToken),
      multipartStart(1, withToken),
      multipartComplete('uuid', withToken),
    ]
    await Promise.all(calls.map((call) => expect(call).rejects.toThrow('recorded')))
    recorder.close()

    expect(sent.size).toBe(8)
    expect([...sent.values()]).toEqual(Array(8).fill('Bearer a.b.c'))
  })

  it('is sent by the methods of UploadClient', async () => {
    const client = new UploadClient(options)
    // 6.21 types the options of its methods.
    const withToken: Partial<BaseOptions> & { authToken: string } = { authToken: await createToken() }
    await client.base(file, withToken)
    expect(credentials()).toEqual(['jwt'])
  })

  it('replaces the signature', async () => {
    const signature = await generateSecureSignature(SECRET_KEY, { expiresIn: 60 })
    await base(file, { ...options, ...signature, authToken: await createToken() })
    expect(credentials()).toEqual(['jwt'])
  })

  it('leaves signed requests unchanged when it is missing', async () => {
    await base(file, { ...options, ...(await generateSecureSignature(SECRET_KEY, { expiresIn: 60 })) })
    expect(credentials()).toEqual(['signature'])
  })

  it('may be a function, which is called for each request', async () => {
    const getToken = vi.fn(() => createToken())
    await base(file, { ...options, authToken: getToken })
    await base(file, { ...options, authToken: getToken })
    expect(getToken).toHaveBeenCalledTimes(2)
  })
})

describe('a refused auth token', () => {
  it.each(['AccessTokenExpiredError', 'OperationsLimitExceededError'] as const)(
    'is replaced once by a provider after %s',
    async (code) => {
      server.emulator.faults.add({ endpoint: 'base', refuse: code })
      const provider = { getToken: vi.fn(() => createToken()), invalidate: vi.fn() }
      await base(file, { ...options, authToken: provider })
      expect(provider.getToken).toHaveBeenCalledTimes(2)
      expect(provider.invalidate.mock.calls).toEqual([[]])

      server.emulator.faults.add({ endpoint: 'base', refuse: code, times: 2 })
      await expect(base(file, { ...options, authToken: provider })).rejects.toMatchObject({ code })
    },
  )

  it.each([
    ['a text', () => createToken()],
    ['a function', () => Promise.resolve(() => createToken())],
  ])('is not replaced for %s', async (_, createAuthToken) => {
    server.emulator.faults.add({ endpoint: 'base', refuse: 'AccessTokenExpiredError' })
    const authToken = await createAuthToken()
    await expect(base(file, { ...options, authToken })).rejects.toBeInstanceOf(AuthError)
    expect(server.emulator.journal.entries('base')).toHaveLength(1)
  })

  it.each([
    ['AccessTokenInvalidError', () => Promise.resolve('no.valid.token')],
    ['ScopeForbiddenError', () => createToken({ scope: ['/group/'] })],
  ])('is final after %s, also with a provider', async (code, getToken) => {
    const invalidate = vi.fn()
    const upload = base(file, { ...options, authToken: { getToken, invalidate } })
    await expect(upload).rejects.toMatchObject({ name: 'AuthError', code })
    await expect(upload).rejects.toBeInstanceOf(UploadError)
    expect(invalidate).not.toHaveBeenCalled()
  })

  it('leaves other errors as UploadError', async () => {
    const upload = group(['no-uuid'], { ...options, authToken: await createToken() })
    await expect(upload).rejects.toBeInstanceOf(UploadError)
    await expect(upload).rejects.not.toBeInstanceOf(AuthError)
  })
})

describe('resolveAuthToken', () => {
  it('returns the token of a text, a function and a provider', async () => {
    const provider = { getToken: () => 'c', invalidate: () => undefined }
    expect(
      await Promise.all([
        resolveAuthToken('a'),
        resolveAuthToken(() => Promise.resolve('b')),
        resolveAuthToken(provider),
        resolveAuthToken(undefined),
      ]),
    ).toEqual(['a', 'b', 'c', undefined])
  })

  it('rejects with AuthTokenResolverError when the resolver fails', async () => {
    const cause = new Error('offline')
    const resolved = resolveAuthToken(() => Promise.reject(cause))
    await expect(resolved).rejects.toBeInstanceOf(AuthTokenResolverError)
    await expect(resolved).rejects.toMatchObject({ cause, code: undefined })
    await expect(resolveAuthToken(() => '')).rejects.toThrow('it returned no token')
  })
})

describe('the helpers for auth tokens', () => {
  it('tell resolvers from text, and normalize all forms to a provider', async () => {
    const provider = { getToken: () => 'c', invalidate: () => undefined }
    expect(['a', () => 'b', provider, undefined].map(isAuthTokenResolver)).toEqual([false, true, true, false])
    expect(normalizeAuthToken(provider)).toBe(provider)
    expect(normalizeAuthToken(undefined)).toBeUndefined()
    expect(await normalizeAuthToken('a')?.getToken()).toBe('a')
  })
})
