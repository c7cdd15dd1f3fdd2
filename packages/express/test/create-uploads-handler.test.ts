import { describeUploadsEndpoint } from '@secure-uploading/contract'
import { serveListener } from '@secure-uploading/contract/node'
import express, { type Request, type Response } from 'express'
import express4 from 'express-4'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { createUploadsHandler, defineUploads } from '../src/index.js'
import { framework } from './express-framework.js'

const PATH = '/api/uploads'

describeUploadsEndpoint('Express 5', {
  ...framework,
  serve: (options) => serveListener(express().all(PATH, createUploadsHandler(options))),
})

describeUploadsEndpoint('Express 4', {
  ...framework,
  serve: (options) => serveListener(express4().all(PATH, createUploadsHandler(options))),
})

describe.each([
  ['Express 5', express],
  ['Express 4', express4],
])('the uploads handler behind express.json() in %s', (name, createApp) => {
  describeUploadsEndpoint(`${name} behind express.json()`, {
    ...framework,
    serve: (options) =>
      serveListener(
        createApp()
          .use(express.json({ strict: false }))
          .all(PATH, createUploadsHandler(options)),
      ),
    // The parser refuses malformed JSON, and does not pass on the size of the body.
    lacks: ['every-body'],
  })
})

it('answers 500 with advice when the body was read and not kept', async () => {
  const errors: unknown[] = []
  const app = express().use(async (request, _response, next) => {
    for await (const chunk of request) void chunk
    next()
  })
  const served = await serveListener(
    app.all(
      PATH,
      createUploadsHandler({
        uploads: defineUploads({ avatar: {} }),
        publicKey: 'demopublickey',
        secretKey: 'demosecretkey',
        receipts: { secret: 'a secret of the backend' },
        authorize: () => ({ subject: 'ada' }),
        onError: (error) => errors.push(error),
      }),
    ),
  )
  const answer = await served.send(
    new Request(`http://app.example${PATH}?route=avatar`, { method: 'POST', body: '{}' }),
  )
  await served.close?.()

  expect(answer.status).toBe(500)
  expect(String(errors[0])).toContain('Remove the middleware that reads it')
})

it('types the functions of a route with the arguments of the framework', () => {
  defineUploads({
    avatar: {
      authorize: (...args) => {
        expectTypeOf(args).toEqualTypeOf<[request: Request, response: Response]>()
        return true
      },
      metadata: ({ grant }, request) => ({ owner: grant.subject, path: request.path }),
    },
  })
})
