import fastify, { type FastifyInstance } from 'fastify'
import { expect, it } from 'vitest'
import { createTokenHandler, createWebhookHandler } from '../src/index.js'

const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }

it.each([
  ['one header', 'Accept-Encoding', 'Accept-Encoding, Origin'],
  ['several', ['Accept-Encoding', 'Cookie'], 'Accept-Encoding,Cookie, Origin'],
])('keeps what a hook has put into Vary: %s', async (_what, vary, whole) => {
  const app = fastify()
  app.addHook('onRequest', async (_request, reply) => void reply.header('vary', vary))
  app.post('/api/upload-token', createTokenHandler({ ...keys, authorize: 'anyone' }))
  const answer = await app.inject({ method: 'POST', url: '/api/upload-token' })
  expect([answer.statusCode, answer.headers.vary]).toEqual([200, whole])
})

it('leaves an answer alone that authorize has sent', async () => {
  const app = fastify()
  app.post(
    '/api/upload-token',
    createTokenHandler({
      ...keys,
      authorize: async (_request, reply) => {
        await reply.redirect('/sign-in')
        return null
      },
    }),
  )
  const answer = await app.inject({ method: 'POST', url: '/api/upload-token' })
  expect([answer.statusCode, answer.headers.location]).toEqual([302, '/sign-in'])
})

it('leaves an answer alone that was sent while a webhook was taken', async () => {
  const app: FastifyInstance = fastify()
  const denied: string[] = []
  await app.register(
    createWebhookHandler({
      signingSecret: async () => Promise.resolve('whsecret'),
      onEvent: () => undefined,
      onDeny: ({ reason }, _request, reply) => {
        denied.push(reason)
        void reply.code(418).send('No.')
      },
    }),
    { prefix: '/hook' },
  )
  const headers = { 'content-type': 'application/json', 'x-uc-signature': `v1=${'0'.repeat(64)}` }
  const answer = await app.inject({ method: 'POST', url: '/hook', headers, payload: '{}' })
  expect(denied).toHaveLength(1)
  expect([answer.statusCode, answer.body]).toEqual([418, 'No.'])
})
