import { expect, expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

it("types authorize with the framework's own arguments", () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[request: Request]>()
      return null
    },
  })
})

it("types what a runtime passes beside the request, as Workers' environment", () => {
  const handle = createTokenHandler<[env: { SECRET_KEY: string }]>({
    publicKey: 'demopublickey',
    secretKey: (_request, env) => env.SECRET_KEY,
    authorize: 'anyone',
  })
  expectTypeOf(handle).toEqualTypeOf<(request: Request, env: { SECRET_KEY: string }) => Promise<Response>>()
})

it('refuses a grant that it does not know, and a lifetime under another name', () => {
  const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
  // @ts-expect-error -- a subject is a string
  createTokenHandler({ ...keys, authorize: () => ({ subject: 7 }) })
  // @ts-expect-error -- it is called expiresIn
  expect(() => createTokenHandler({ ...keys, authorize: 'anyone', ttl: 60 })).toThrow(TypeError)
})
