import type { Request, RequestHandler, Response } from 'express'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

it('types authorize with the arguments of the framework', () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[request: Request, response: Response]>()
      return null
    },
  })
})

it('returns a RequestHandler of Express', () => {
  const options = { publicKey: 'demopublickey', secretKey: 'demosecretkey', authorize: 'anyone' } as const
  expectTypeOf(createTokenHandler(options)).toEqualTypeOf<RequestHandler>()
})
