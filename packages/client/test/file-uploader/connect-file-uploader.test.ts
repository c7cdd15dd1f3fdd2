import { UploadcareError } from '@uploadcare/upload-client'
import { describe, expect, it, vi } from 'vitest'
import { connectFileUploader, type EndpointProperties } from '../../src/file-uploader/index.js'
import { createUploadRoutes } from '../../src/routes/index.js'
import { createTokenSource } from '../../src/token-source/index.js'

const SIGNATURE = { secureSignature: 'a'.repeat(64), secureExpire: '1900000000' }
const ENTRY = undefined as never

/** An uploads endpoint whose session and answers a test sets. */
function createEndpoint(details: object = {}) {
  const endpoint = {
    isSignedIn: true,
    tokens: 0,
    completions: [] as string[][],
    fetch: async (_url: unknown, { body }: RequestInit = {}): Promise<Response> => {
      if (!endpoint.isSignedIn) {
        const error = { code: 'ERR_UNAUTHENTICATED', message: 'Sign in first' }
        return Response.json({ error }, { status: 401 })
      }
      const { completed } = JSON.parse(typeof body === 'string' && body !== '' ? body : '{}') as {
        completed?: string[]
      }
      if (completed) {
        endpoint.completions.push(completed)
        return Response.json({
          files: completed.map((uuid) => ({ uuid, status: 'accepted', data: { uuid } })),
        })
      }
      const uploadReceipt = `receipt ${String(++endpoint.tokens)}`
      return Response.json({
        publicKey: 'demopublickey',
        ...SIGNATURE,
        expiresIn: 1800,
        uploadReceipt,
        ...details,
      })
    },
  }
  return endpoint
}

/** Connects to a route, and collects the properties. */
function connectTo(endpoint: ReturnType<typeof createEndpoint>, options: object = {}) {
  const routes = createUploadRoutes<{ '~data'?: { files: { uuid: string } } }>({
    endpoint: 'https://app.example/api/uploads',
    fetch: endpoint.fetch,
  })
  const properties: EndpointProperties[] = []
  const connection = connectFileUploader({
    route: routes.route('files'),
    onProperties: (given) => properties.push(given),
    ...options,
  })
  return { ...connection, routes, properties }
}

describe('connectFileUploader', () => {
  it('sets the public key and the rules of the route once', async () => {
    const rules = { accept: ['image/*', 'text/plain'], maxBytes: 1000, maxFiles: 1 }
    const { load, config, properties } = connectTo(createEndpoint({ rules }))
    await load()
    await config.secureUploadsSignatureResolver?.()
    expect(properties).toEqual([
      {
        pubkey: 'demopublickey',
        accept: 'image/*,text/plain',
        maxLocalFileSizeBytes: 1000,
        multiple: false,
        multipleMax: 1,
      },
    ])
  })

  it('gives a file the receipt and the metadata that the route sets, and leaves storing to the server', async () => {
    const { config } = connectTo(createEndpoint({ metadata: { album: 'summer' } }))
    expect(await config.secureUploadsSignatureResolver?.()).toEqual(SIGNATURE)
    expect(await config.metadata(ENTRY)).toEqual({ album: 'summer', uploadReceipt: 'receipt 1' })
    expect(config.store).toBe(false)
  })

  it('uses each token and each receipt at most "maxFiles" times, in any order', async () => {
    const { config } = connectTo(createEndpoint({ rules: { maxFiles: 2 } }))
    const resolve = async () => config.secureUploadsSignatureResolver?.()
    await Promise.all([resolve(), resolve(), resolve(), resolve(), resolve()])
    const metadata = await Promise.all(Array.from({ length: 5 }, async () => config.metadata(ENTRY)))
    const uses = new Map<unknown, number>()
    for (const { uploadReceipt } of metadata) uses.set(uploadReceipt, (uses.get(uploadReceipt) ?? 0) + 1)
    expect(Math.max(...uses.values())).toBe(2)
  })

  it('adds the metadata of the app, and refuses them where the route sets some', async () => {
    const metadata = async () => ({ color: 'red' })
    expect(await connectTo(createEndpoint(), { metadata }).config.metadata(ENTRY)).toMatchObject({
      color: 'red',
    })
    const bound = connectTo(createEndpoint({ metadata: { album: 'summer' } }), { metadata })
    await expect(bound.config.metadata(ENTRY)).rejects.toThrow(
      '"metadata" is set by the upload route. Remove it',
    )
  })

  it('asks a signed-out user to sign in, and sends no signature of the user before', async () => {
    const endpoint = createEndpoint()
    const { config, routes } = connectTo(endpoint)
    await config.secureUploadsSignatureResolver?.()
    routes.clear()
    endpoint.isSignedIn = false
    expect(await config.secureUploadsSignatureResolver?.()).toBeNull()
    await expect(config.metadata(ENTRY)).rejects.toThrow('Sign in to upload')
    // File Uploader shows the message of this class only.
    await expect(config.metadata(ENTRY)).rejects.toBeInstanceOf(UploadcareError)
  })

  it('uploads after the user has signed in, and sets the properties then', async () => {
    const endpoint = createEndpoint()
    endpoint.isSignedIn = false
    const { config, load, properties } = connectTo(endpoint)
    await load()
    await config.secureUploadsSignatureResolver?.()
    endpoint.isSignedIn = true
    expect(await config.secureUploadsSignatureResolver?.()).toEqual(SIGNATURE)
    expect(properties).toEqual([{ pubkey: 'demopublickey' }])
    expect(await config.metadata(ENTRY)).toHaveProperty('uploadReceipt')
  })

  it('shows the text of "errorText"', async () => {
    const endpoint = createEndpoint()
    endpoint.isSignedIn = false
    const errorText = ({ message }: Error) => `Anmelden: ${message}`
    const { config } = connectTo(endpoint, { errorText })
    await expect(config.metadata(ENTRY)).rejects.toThrow(/^Anmelden: /)
  })

  it('completes each file once, for its check and for "common-upload-success"', async () => {
    const endpoint = createEndpoint()
    const { config, complete } = connectTo(endpoint)
    const uuid = '17be4678-dab7-4bc7-8753-28914a22960a'
    expect(await config.fileValidators[0]?.validator({ uuid })).toBeUndefined()
    expect(await complete([{ uuid, name: 'a.txt' }])).toEqual([
      { status: 'fulfilled', value: { file: { uuid, name: 'a.txt' }, data: { uuid } } },
    ])
    expect(endpoint.completions).toEqual([[uuid]])
  })

  it('reports a file that is not uploaded, and completes nothing', async () => {
    const endpoint = createEndpoint()
    const [outcome] = await connectTo(endpoint).complete([{ uuid: null }])
    expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(TypeError) as TypeError })
    expect(endpoint.completions).toEqual([])
  })

  it('works with a token source: with receipts, without rules and completion', async () => {
    const tokenSource = createTokenSource({
      endpoint: 'https://app.example/api/upload-token',
      fetch: createEndpoint().fetch,
    })
    const { config, complete } = connectFileUploader({ tokenSource, onProperties: () => undefined })
    expect(await config.metadata(ENTRY)).toEqual({ uploadReceipt: 'receipt 1' })
    expect(config).not.toHaveProperty('store')
    expect(config.fileValidators).toEqual([])
    expect(await complete([{ uuid: 'a' }])).toEqual([])
  })

  it('fails files with the version to install when File Uploader cannot send auth tokens', async () => {
    vi.stubGlobal('customElements', { get: () => class {} })
    try {
      const { config } = connectTo(createEndpoint(), { credential: 'jwt' })
      await expect(config.metadata(ENTRY)).rejects.toThrow('1.35.1')
      expect(config).not.toHaveProperty('secureUploadsSignatureResolver')
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it.each<[object, string]>([
    [{ route: undefined }, 'Set either "route" or "tokenSource"'],
    [{ credential: 'both' }, '"credential" must be "signature" or "jwt"'],
    [{ metadata: 'album' }, '"metadata" must be an object with strings, or a function that returns one'],
    [
      { metadata: new Map([['a', 'b']]) },
      '"metadata" must be an object with strings, or a function that returns one',
    ],
    [{ metadata: { a: 1 } }, '"metadata" must be an object with strings, or a function that returns one'],
    [{ metadata: ['a'] }, '"metadata" must be an object with strings, or a function that returns one'],
    [{ route: {} }, '"route" must be an upload route: create one with createUploadRoutes'],
    [{ route: 'avatar' }, '"route" must be an upload route: create one with createUploadRoutes'],
    [
      { route: undefined, tokenSource: {} },
      '"tokenSource" must be a token source: create one with createTokenSource',
    ],
    [{ errorText: 'text' }, '"errorText" must be a function'],
    [{ onProperties: undefined }, '"onProperties" must be a function'],
    [{ metadat: {} }, 'Unknown option "metadat". Did you mean "metadata"?'],
  ])('refuses %j', (options, message) => {
    expect(() => connectTo(createEndpoint(), options)).toThrow(new TypeError(message))
  })
})

it.each([new Map([['a', 'b']]), { a: 1 }, 'text', ['a']])(
  'connectFileUploader shows an error of the file when the function for its metadata returns %o',
  async (returned) => {
    const { config } = connectTo(createEndpoint(), { metadata: () => returned })
    await expect(config.metadata(ENTRY)).rejects.toThrow(/"metadata" must be an object with strings/)
  },
)
