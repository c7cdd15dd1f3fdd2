import { fileURLToPath } from 'node:url'
import { defineUploads } from '@secure-uploading/server'
import { build } from 'esbuild'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { ClientEvent } from '../../src/requests/upload-event.js'
import { createUploadRoutes } from '../../src/routes/index.js'
import { createFakeClock } from '../fake-clock.js'

const uploads = defineUploads({
  avatar: { onUploaded: ({ file }) => ({ url: file.cdnUrl, at: file.uploadedAt, log: () => file.size }) },
  attachments: { onUploaded: async ({ file }) => Promise.resolve([file.uuid, null] as const) },
  silent: {},
})
const endpoint = 'https://app.example/api/uploads'

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
    const token = {
      ...{ publicKey: 'demo', secureSignature: 'a'.repeat(64), secureExpire: '9999999999', expiresIn: 60 },
      rules: {},
    }
    const routes = createUploadRoutes<typeof uploads>({
      endpoint,
      fetch: () => Promise.resolve(Response.json(token)),
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
