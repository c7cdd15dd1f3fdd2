import type { NextRequest } from 'next/server.js'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

it("types authorize, the keys, the limiter's key and the hooks with the framework's own arguments", () => {
  type Expected = [request: NextRequest, context: { params: Promise<object> }]
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

it('makes what Next takes as the exports of a route, with and without parameters in its path', () => {
  // As in the validator that Next writes into .next/types.
  type Handler<Params> = (request: NextRequest, context: { params: Promise<Params> }) => Promise<Response>
  const { POST } = createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: 'anyone',
  })
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- so it is in the validator
  expectTypeOf(POST).toExtend<Handler<{}>>()
  expectTypeOf(POST).toExtend<Handler<{ project: string }>>()
})

it('types the parameters of the path when they are given', () => {
  createTokenHandler<{ params: Promise<{ project: string }> }>({
    publicKey: async (_request, { params }) => (await params).project,
    secretKey: 'demosecretkey',
    authorize: 'anyone',
  })
})
