import { fileURLToPath } from 'node:url'
import { defineUploads } from '@secure-uploading/server'
import { build } from 'esbuild'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { ClientEvent } from '../../src/requests/upload-event.js'
import { createUploadRoutes, type JsonOf } from '../../src/routes/index.js'
import { addressOf } from '../../src/routes/parse-routes-options.js'
import { createFakeClock } from '../fake-clock.js'

const uploads = defineUploads({
  avatar: { onUploaded: ({ file }) => ({ url: file.cdnUrl, at: file.uploadedAt, log: () => file.size }) },
  attachments: { onUploaded: async ({ file }) => Promise.resolve([file.uuid, null] as const) },
  silent: {},
})
const endpoint = 'https://app.example/api/uploads'

interface Tree {
  at: Date
  children: Tree[]
}

const tokenWith = (rules: object) => ({
  ...{ publicKey: 'demo', secureSignature: 'a'.repeat(64), secureExpire: '9999999999', expiresIn: 60 },
  rules,
})

describe('upload routes', () => {
  it('type the data of a route as the JSON of its onUploaded', () => {
    const routes = createUploadRoutes<typeof uploads>({ endpoint })
    type Data<Name extends 'avatar' | 'attachments' | 'silent'> = Awaited<
      ReturnType<ReturnType<typeof routes.route<Name>>['uploadFile']>
    >['data']
    expectTypeOf<Data<'avatar'>>().toEqualTypeOf<{ url: string; at: string }>()
    expectTypeOf<Data<'attachments'>>().toEqualTypeOf<readonly [string, null]>()
    expectTypeOf<Data<'silent'>>().toBeUnknown()
  })

  it('type data without a JSON form as what the client receives', () => {
    expectTypeOf<
      JsonOf<{ at?: Date | undefined; log: () => void; [Symbol.iterator]: string }>
    >().toEqualTypeOf<{
      at?: string | undefined
    }>()
    expectTypeOf<JsonOf<(Date | undefined)[]>>().toEqualTypeOf<(string | null)[]>()
    expectTypeOf<JsonOf<readonly [string, undefined, () => void]>>().toEqualTypeOf<
      readonly [string, null, null]
    >()
    expectTypeOf<JsonOf<Map<string, number> | Set<string>>>().toEqualTypeOf<Record<string, never>>()
    expectTypeOf<JsonOf<bigint>>().toBeNever()
    expectTypeOf<JsonOf<{ id: string; size: bigint }>>().toEqualTypeOf<{ id: string }>()
    expectTypeOf<JsonOf<void | string>>().toEqualTypeOf<void | string>()
    expectTypeOf<JsonOf<unknown[]>>().toEqualTypeOf<unknown[]>()
    expectTypeOf<JsonOf<Record<string, Date>>>().toEqualTypeOf<Record<string, string>>()
    expectTypeOf<JsonOf<Tree>['children'][number]['children'][number]['at']>().toEqualTypeOf<string>()
  })

  it('do not compile with a route or a field that does not exist', () => {
    const routes = createUploadRoutes<typeof uploads>({ endpoint })
    // Only type-checked: nothing is uploaded.
    const mistakes = [
      // @ts-expect-error -- no such route
      () => routes.route('banner'),
      // @ts-expect-error -- the server decides
      () => routes.route('avatar').uploadFile('', { store: true }),
    ]
    expect(mistakes).toHaveLength(2)
    type Avatar = Awaited<ReturnType<ReturnType<typeof routes.route<'avatar'>>['uploadFile']>>['data']
    expectTypeOf<Avatar>().not.toHaveProperty('width')
  })

  it('treat undefined as an option that is absent', () => {
    const settings = {
      baseURL: 'https://upload.example',
      baseCDN: undefined,
      fetch: undefined,
      tags: undefined,
    }
    const { uploadOptions } = createUploadRoutes<typeof uploads>({ endpoint, ...settings }).route('avatar')
    expect(uploadOptions).toEqual({ baseURL: 'https://upload.example' })
    expect(uploadOptions).not.toHaveProperty('baseCDN')
  })

  it('send files to the address of the settings when a call has the option as undefined', async () => {
    const routes = createUploadRoutes<typeof uploads>({
      endpoint,
      fetch: () => Promise.resolve(Response.json(tokenWith({}))),
      baseURL: 'http://127.0.0.1:1',
      retryNetworkErrorMaxTimes: 0,
    })
    const file = Buffer.from('hello')
    const failure = await routes
      .route('avatar')
      .uploadFile(file, { baseURL: undefined, fileName: 'hello.txt' })
      .catch((error: unknown) => error)
    expect(String(failure)).toMatch(/127\.0\.0\.1|ECONNREFUSED/)
  })

  it('are the same object each time', () => {
    const routes = createUploadRoutes<typeof uploads>({ endpoint })
    expect(routes.route('avatar')).toBe(routes.route('avatar'))
    expect(routes.route('avatar')).not.toBe(routes.route('silent'))
  })

  it('report the events of their tokens to onEvent', async () => {
    const types: string[] = []
    const fetchToken = () =>
      Promise.resolve(
        Response.json({
          publicKey: 'demo',
          secureSignature: 'a'.repeat(64),
          secureExpire: '9999999999',
          expiresIn: 60,
        }),
      )
    const routes = createUploadRoutes<typeof uploads>({
      endpoint,
      fetch: fetchToken,
      onEvent: ({ type }) => types.push(type),
    })
    await routes.route('avatar').rules()
    routes.clear()
    expect(types).toEqual(['fetched', 'cleared'])
  })

  it('report to each call and to onEvent that the endpoint failed and is asked again', async () => {
    const clock = createFakeClock()
    const events: ClientEvent[] = []
    const routes = createUploadRoutes<typeof uploads>({
      endpoint,
      clock,
      random: () => 1,
      fetch: () => Promise.resolve(new Response('{}', { status: 503 })),
      onEvent: (event) => events.push(event),
    })
    const route = routes.route('avatar')
    const delays: number[] = []
    const uploading = route.uploadFile(new Blob(['hello']))
    const asking = route.rules({ onRetry: ({ delayMs }) => delays.push(delayMs) })
    await clock.advance(500)
    routes.clear()
    await Promise.all([uploading, asking].map((one) => expect(one).rejects.toThrow()))
    expect(delays).toEqual([500, 1000])
    const waiting = events.flatMap((event) =>
      event.type === 'waiting' && event.for === 'token' ? event.delayMs : [],
    )
    expect(waiting).toEqual([500, 1000])
  })

  it.each([
    [{}, /"endpoint"/],
    [{ endpoint: 'ftp://app.example' }, /"endpoint"/],
    [{ endpoint, store: true }, /"store" is decided by the upload route/],
    [{ endpoint, metadata: {} }, /"metadata" is decided by the upload route/],
  ])('reject the options %j', (options, message) => {
    expect(() => createUploadRoutes(options)).toThrow(message)
  })

  it.each([undefined, null, '', 7])('reject %j instead of the name of a route', (name) => {
    const routes = createUploadRoutes<typeof uploads>({ endpoint })
    expect(() => routes.route(name as never)).toThrow(
      new TypeError('Expected the name of an upload route, such as "avatar"'),
    )
  })

  it.each(['__proto__', 'constructor', 'toString'])(
    'have no route of Object.prototype for %s',
    async (name) => {
      const asked: string[] = []
      const routes = createUploadRoutes<{ '~data'?: Record<string, unknown> }>({
        endpoint,
        fetch: (input) => {
          asked.push(new Request(input).url)
          return Promise.resolve(Response.json(tokenWith({ maxFiles: 1 })))
        },
      })
      expect(await routes.route(name).rules()).toEqual({ maxFiles: 1 })
      expect(asked).toEqual([`${endpoint}?route=${name}`])
    },
  )

  it.each([
    ['/api/uploads#top', '/api/uploads?route=avatar'],
    ['https://app.example/uploads?tenant=a#top', 'https://app.example/uploads?tenant=a&route=avatar'],
    [new URL('https://app.example/uploads#?'), 'https://app.example/uploads?route=avatar'],
  ])('name the route in the query of %s, before a fragment', (given, expected) => {
    expect(addressOf(String(given), 'avatar')).toBe(expected)
  })

  it.each([0, -1, 0.5])('ignore a maxFiles of %d, for which no token would suffice', async (maxFiles) => {
    let tokens = 0
    const routes = createUploadRoutes<typeof uploads>({
      endpoint,
      fetch: () =>
        ++tokens > 3
          ? Promise.reject(new TypeError('too many tokens'))
          : Promise.resolve(Response.json(tokenWith({ maxFiles }))),
      maxRetries: 0,
    })
    await routes.route('avatar').tokenSource.getToken()
    expect(await routes.route('avatar').rules()).toEqual({})
    expect(tokens).toBe(1)
  })

  const invalid: unknown[] = [undefined, null, 'x', { uuid: 'x' }, new Set([{ uuid: 'x' }])]
  it.each(invalid)('reject %j instead of an array of files to complete', async (files) => {
    const routes = createUploadRoutes<typeof uploads>({ endpoint })
    await expect(routes.route('avatar').completeUploads(files as never)).rejects.toThrow(
      new TypeError('Expected an array of uploaded files, such as [{ uuid }]'),
    )
  })

  it('fail each value that is no uploaded file, with what to pass', async () => {
    const routes = createUploadRoutes<typeof uploads>({ endpoint })
    const files = [null, undefined, '22240276-2f06-41f8-9411-755c8ce926ed', {}, { uuid: null }, { uuid: '' }]
    const outcomes = await routes.route('avatar').completeUploads(files as never)
    const reason = new TypeError('The file has no "uuid": it is not uploaded. Pass files such as { uuid }')
    expect(outcomes).toEqual(files.map(() => ({ status: 'rejected', reason })))
  })

  it.each([
    [null, 'The options must be an object'],
    [{ signal: 'now' }, '"signal" must be an AbortSignal'],
    [{ onRetry: true }, '"onRetry" must be a function'],
    [{ signl: undefined }, 'Unknown option "signl". Did you mean "signal"?'],
  ])('reject the options %j of a completion and of rules', async (options, message) => {
    const routes = createUploadRoutes<typeof uploads>({ endpoint })
    const avatar = routes.route('avatar')
    await expect(avatar.completeUploads([], options as never)).rejects.toThrow(new TypeError(message))
    await expect(avatar.rules(options as never)).rejects.toThrow(new TypeError(message))
  })

  it('send no request when the signal is already aborted, and reject with its reason', async () => {
    let requests = 0
    const routes = createUploadRoutes<typeof uploads>({
      endpoint,
      fetch: () => {
        requests++
        return Promise.resolve(Response.json(tokenWith({})))
      },
    })
    const avatar = routes.route('avatar')
    const reason = new Error('the user left')
    const signal = AbortSignal.abort(reason)
    const file = new Blob(['hello'])
    await expect(avatar.rules({ signal })).rejects.toBe(reason)
    await expect(avatar.uploadFile(file, { signal })).rejects.toThrow()
    await expect(avatar.uploadFiles([file], { signal })).rejects.toThrow()
    expect(await avatar.completeUploads([{ uuid: 'a' }], { signal })).toEqual([
      { status: 'rejected', reason },
    ])
    expect(requests).toBe(0)
  })

  it('reject a value that is no file, as uploads without a route do', async () => {
    const fetch = () => Promise.resolve(Response.json(tokenWith({ maxBytes: 10, accept: ['image/*'] })))
    const routes = createUploadRoutes<typeof uploads>({ endpoint, fetch })
    for (const value of [undefined, null, 7]) {
      await expect(routes.route('avatar').uploadFile(value as never)).rejects.toThrow(/^Expected|must be/)
    }
    const outcomes = await routes.route('avatar').uploadFiles([null] as never)
    expect(outcomes[0]).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/^Expected|must be/) as unknown },
    })
  })

  it('bring no server code to a page, because the types are imported with import type', async () => {
    const { metafile } = await build({
      stdin: {
        contents: `
          import { createUploadRoutes } from './src/routes/index.ts'
          import type { uploads } from './uploads'
          createUploadRoutes<typeof uploads>()
        `,
        loader: 'ts',
        resolveDir: fileURLToPath(new URL('../../', import.meta.url)),
      },
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      platform: 'browser',
    })
    const inputs = Object.keys(metafile.inputs)
    expect(inputs.some((file) => file.includes('routes/create-upload-routes'))).toBe(true)
    expect(inputs.filter((file) => /server|uploads\.ts$|core\/(?!dist\/(token|chunk))/.test(file))).toEqual(
      [],
    )
  })
})
