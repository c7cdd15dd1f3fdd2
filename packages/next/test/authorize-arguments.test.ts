import type { NextRequest } from 'next/server.js'
import { expect, expectTypeOf, it } from 'vitest'
import { createTokenHandler, createWebhookHandler } from '../src/index.js'

it('types authorize with the arguments of the framework', () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[request: NextRequest, context: { params: Promise<object> }]>()
      return null
    },
  })
})

it('returns valid exports of a route, with and without path parameters', () => {
  // The type in the validator that Next writes to .next/types.
  type Handler<Params> = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>
  const { POST } = createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: 'anyone',
  })
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the same as in the validator
  expectTypeOf(POST).toExtend<Handler<{}>>()
  expectTypeOf(POST).toExtend<Handler<{ project: string }>>()
})

it('types path parameters', () => {
  createTokenHandler<{ params: Promise<{ project: string }> }>({
    publicKey: async (_request, { params }) => (await params).project,
    secretKey: 'demosecretkey',
    authorize: 'anyone',
  })
})

it('fits the routes of another copy of Next, whose classes have other types', () => {
  const internals = Symbol('internals')
  class OtherNextUrl extends URL {
    readonly #internal = 1
    analyze(): number {
      return this.#internal
    }
  }
  class OtherNextRequest extends Request {
    readonly [internals] = 1
    readonly nextUrl = new OtherNextUrl('http://app.example/')
  }
  type Handler = (request: OtherNextRequest, context: { params: Promise<object> }) => Promise<Response>
  const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
  const { POST, OPTIONS } = createTokenHandler({ ...options, authorize: 'anyone' })
  expectTypeOf(POST).toExtend<Handler>()
  expectTypeOf(OPTIONS).toExtend<Handler>()
  const webhooks = createWebhookHandler({ signingSecret: 'signing secret', onEvent: () => undefined })
  expectTypeOf(webhooks.POST).toExtend<Handler>()
})

it('refuses a request that Next did not create', async () => {
  const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' } as const
  const request = new Request('http://app.example/api/upload-token', { method: 'POST' })
  const answer = createTokenHandler(options).POST(request, { params: Promise.resolve({}) })
  await expect(answer).rejects.toThrow('needs a NextRequest')
})

it('refuses a grant with an unknown key at compile time', () => {
  const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
  const plan = String('pro')
  // @ts-expect-error -- a grant has no plan
  createTokenHandler({ ...keys, authorize: () => ({ subject: 'ada', plan }) })
  // @ts-expect-error -- a grant has no plan
  createTokenHandler({ ...keys, authorize: () => Promise.resolve({ subject: 'ada', plan }) })
  // @ts-expect-error -- a grant has no plan
  createTokenHandler({ ...keys, authorize: () => (plan === 'pro' ? { subject: 'ada', plan } : null) })
  const subject: string | undefined = undefined
  createTokenHandler({ ...keys, authorize: () => ({ subject }) })
})

it('accepts keys that may be undefined in their types', () => {
  const env: { publicKey?: string; secretKey?: string } = {
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
  }
  createTokenHandler({ publicKey: env.publicKey, secretKey: env.secretKey, authorize: 'anyone' })
  createTokenHandler({ publicKey: () => env.publicKey, secretKey: () => env.secretKey, authorize: 'anyone' })
  createTokenHandler({ authorize: 'anyone' })
})
