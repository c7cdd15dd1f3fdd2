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
