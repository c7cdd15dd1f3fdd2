import { describe, expect, expectTypeOf, it } from 'vitest'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { describeTokenEndpoint } from '@secure-uploading/contract'
import { describeHostileConnections } from '@secure-uploading/contract/node'
import { tokenPlugin } from '../src/index.js'
import { framework } from './fastify-framework.js'
import { FASTIFY_VERSIONS, RAW_BODY_PLUGINS } from './fastify-versions.js'
import { serveApp } from './serve-app.js'

const prefix = '/api/upload-token'

for (const [name, createApp] of FASTIFY_VERSIONS) {
  describeTokenEndpoint(`${name} with tokenPlugin`, {
    ...framework,
    async serve(options, vary) {
      const app = createApp()
      if (vary !== undefined) {
        app.addHook('onRequest', async (_request, reply) => void reply.header('vary', vary))
      }
      await app.register(tokenPlugin(options), { prefix })
      return serveApp(app)
    },
    // Fastify's router passes no other paths, and Node's HTTP parser no unknown methods.
    lacks: ['every-path', 'every-method-name'],
  })

  describeHostileConnections(`${name} with tokenPlugin`, {
    async serve(options) {
      const app = createApp({
        frameworkErrors: (_error, _request, { raw }) => void raw.writeHead(400).end(),
      })
      app.setNotFoundHandler((_request, reply) => reply.code(404).send())
      await app.register(tokenPlugin(options), { prefix })
      return serveApp(app)
    },
  })
}

describe.each(RAW_BODY_PLUGINS)('tokenPlugin in %s', (_name, createApp, rawBodyPlugin) => {
  const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' } as const

  it.each([
    ['without a body', {}],
    ['with an empty body', { payload: '' }],
    ['with malformed JSON', { payload: '{' }],
  ])('issues a token for Content-Type: application/json %s', async (_what, body) => {
    const app = createApp()
    await app.register(tokenPlugin(options), { prefix })
    const headers = { 'content-type': 'application/json' }
    const answer = await app.inject({ method: 'POST', url: prefix, headers, ...body })
    expect(answer.statusCode).toBe(200)
    await app.close()
  })

  it('issues a token next to fastify-raw-body', async () => {
    const app = createApp()
    await app.register(rawBodyPlugin)
    await app.register(tokenPlugin(options), { prefix })
    expect((await app.inject({ method: 'POST', url: prefix, payload: { a: 1 } })).statusCode).toBe(200)
    await app.close()
  })

  it.each([
    ['with and without a trailing slash at a prefix without one', '/token', 200],
    ['only with a trailing slash at a prefix that ends with one', '/token/', 404],
  ])('answers %s', async (_what, at, withoutSlash) => {
    const app = createApp()
    await app.register(tokenPlugin(options), { prefix: at })
    expect((await app.inject({ method: 'POST', url: '/token/' })).statusCode).toBe(200)
    expect((await app.inject({ method: 'POST', url: '/token' })).statusCode).toBe(withoutSlash)
    await app.close()
  })

  it('does not change how the bodies of other routes are parsed', async () => {
    const app = createApp()
    await app.register(tokenPlugin(options), { prefix })
    app.post('/other', (request) => ({ got: request.body }))
    const answer = await app.inject({ method: 'POST', url: '/other', payload: { a: 1 } })
    expect(answer.json()).toEqual({ got: { a: 1 } })
    await app.close()
  })
})

it('types authorize of tokenPlugin with the arguments of the framework', () => {
  tokenPlugin({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[request: FastifyRequest, reply: FastifyReply]>()
      return null
    },
  })
})

it('refuses a grant with an unknown key at compile time', () => {
  const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
  const plan = String('pro')
  // @ts-expect-error -- a grant has no plan
  tokenPlugin({ ...keys, authorize: () => ({ subject: 'ada', plan }) })
  // @ts-expect-error -- a grant has no plan
  tokenPlugin({ ...keys, authorize: () => Promise.resolve({ subject: 'ada', plan }) })
  // @ts-expect-error -- a grant has no plan
  tokenPlugin({ ...keys, authorize: () => (plan === 'pro' ? { subject: 'ada', plan } : null) })
  const subject: string | undefined = undefined
  tokenPlugin({ ...keys, authorize: () => ({ subject }) })
})

it('accepts keys that may be undefined in their types', () => {
  const env: { publicKey?: string; secretKey?: string } = {
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
  }
  tokenPlugin({ publicKey: env.publicKey, secretKey: env.secretKey, authorize: 'anyone' })
  tokenPlugin({ publicKey: () => env.publicKey, secretKey: () => env.secretKey, authorize: 'anyone' })
  tokenPlugin({ authorize: 'anyone' })
})
