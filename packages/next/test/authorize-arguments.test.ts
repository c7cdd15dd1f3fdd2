import type { NextRequest } from 'next/server.js'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

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
