import type { NextRequest } from 'next/server.js'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

it("types authorize with the framework's own arguments", () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[request: NextRequest, context: { params: Promise<object> }]>()
      return null
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
