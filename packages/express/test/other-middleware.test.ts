import { serveListener } from '@secure-uploading/contract/node'
import express from 'express'
import express4 from 'express-4'
import { afterEach, expect, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

it.each([
  ['Express 5', express],
  ['Express 4', express4],
])('leaves an answer alone that authorize has sent itself, in %s', async (_name, createApp) => {
  const handler = createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (_request, response) => {
      response.redirect('/sign-in')
      return undefined
    },
  })
  const served = await serveListener(createApp().all('/api/upload-token', handler))
  closers.push(() => served.close?.())

  const answer = await served.send(new Request('http://app.example/api/upload-token', { method: 'POST' }))

  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sign-in'])
})

it('keeps what other middleware put into Vary', async () => {
  const app = express()
  app.use((_request, response, next) => {
    response.vary('Cookie')
    next()
  })
  app.all(
    '/api/upload-token',
    createTokenHandler({ publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' }),
  )
  const served = await serveListener(app)
  closers.push(() => served.close?.())

  const answer = await served.send(new Request('http://app.example/api/upload-token', { method: 'POST' }))

  expect(answer.headers.get('vary')).toBe('Cookie, Origin')
})
