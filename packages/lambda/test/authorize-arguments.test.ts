import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../src/index.js'

it('types authorize with the arguments of the framework', () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[event: APIGatewayProxyEventV2, context: Context]>()
      return null
    },
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
