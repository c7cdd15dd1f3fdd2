import { describe, expect, expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../../src/index.js'

describe('the types of createTokenHandler', () => {
  it('types authorize with the arguments of the framework', () => {
    createTokenHandler({
      publicKey: 'demopublickey',
      secretKey: 'demosecretkey',
      authorize: (...args) => {
        expectTypeOf(args).toEqualTypeOf<[request: Request]>()
        return null
      },
    })
  })

  it('types further arguments of a runtime, such as the environment of Workers', () => {
    const handle = createTokenHandler<[env: { SECRET_KEY: string }]>({
      publicKey: 'demopublickey',
      secretKey: (_request, env) => env.SECRET_KEY,
      authorize: 'anyone',
    })
    expectTypeOf(handle).toEqualTypeOf<(request: Request, env: { SECRET_KEY: string }) => Promise<Response>>()
  })

  it('refuses unknown grants and unknown options', () => {
    const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
    // @ts-expect-error -- a subject is a string
    createTokenHandler({ ...keys, authorize: () => ({ subject: 7 }) })
    // @ts-expect-error -- it is called expiresIn
    expect(() => createTokenHandler({ ...keys, authorize: 'anyone', ttl: 60 })).toThrow(TypeError)
  })
})

it('refuses a grant with an unknown key at compile time', () => {
  const keys = { publicKey: 'demopublickey', secretKey: 'demosecretkey' }
  const plan = String('pro')
  // @ts-expect-error -- a grant has no plan
  createTokenHandler({ ...keys, authorize: () => ({ subject: 'ada', plan }) })
  // @ts-expect-error -- a grant has no plan
  createTokenHandler({ ...keys, authorize: () => Promise.resolve({ subject: 'ada', plan }) })
  // @ts-expect-error -- a grant has no plan
  createTokenHandler({ ...keys, authorize: () => (plan === 'pro' ? { subject: 'ada', plan } : null) })
  const subject: string | undefined = undefined
  createTokenHandler({ ...keys, authorize: () => ({ subject }) })
})

it('accepts keys that may be undefined in their types', () => {
  const env: { publicKey?: string; secretKey?: string } = {
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
  }
  createTokenHandler({ publicKey: env.publicKey, secretKey: env.secretKey, authorize: 'anyone' })
  createTokenHandler({ publicKey: () => env.publicKey, secretKey: () => env.secretKey, authorize: 'anyone' })
  createTokenHandler({ authorize: 'anyone' })
})
