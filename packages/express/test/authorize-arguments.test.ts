import type { Request, RequestHandler, Response } from 'express'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

it("types authorize, the keys, the limiter's key and the hooks with the framework's own arguments", () => {
  type Expected = [request: Request, response: Response]
  createTokenHandler({
    publicKey: (...args) => {
      expectTypeOf(args).toEqualTypeOf<Expected>()
      return 'demopublickey'
    },
    secretKey: (...args) => {
      expectTypeOf(args).toEqualTypeOf<Expected>()
      return 'demosecretkey'
    },
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<Expected>()
      return null
    },
    rateLimit: {
      limiter: { consume: () => Promise.resolve() },
      key: (_grant, ...args) => {
        expectTypeOf(args).toEqualTypeOf<Expected>()
        return 'key'
      },
    },
    onIssue: (_event, ...args) => {
      expectTypeOf(args).toEqualTypeOf<Expected>()
    },
  })
})

it('makes what Express takes as a handler', () => {
  const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' } as const
  expectTypeOf(createTokenHandler(options)).toEqualTypeOf<RequestHandler>()
})
