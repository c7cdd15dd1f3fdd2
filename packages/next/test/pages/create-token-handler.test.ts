import { describeTokenEndpoint } from '@secure-uploading/contract'
import type { NextApiRequest, NextApiResponse } from 'next'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../../src/pages/index.js'
import { framework } from './pages-router-framework.js'
import { serveApiRoute } from './serve-api-route.js'

describeTokenEndpoint("Next's Pages Router", {
  ...framework,
  serve: (options, vary) => serveApiRoute({ default: createTokenHandler(options) }, vary),
  // Next parses the body before the handler is called, and refuses malformed JSON and unknown charsets.
  // Node's HTTP parser refuses unknown methods.
  lacks: ['every-content-type', 'every-body', 'every-method-name'],
})

it('types authorize with the arguments of the framework', () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[request: NextApiRequest, response: NextApiResponse]>()
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
