import { describeTokenEndpoint } from '@secure-uploading/contract'
import type { NextApiRequest, NextApiResponse } from 'next'
import { expectTypeOf, it } from 'vitest'
import { createTokenHandler } from '../../src/pages/index.js'
import { framework } from './pages-router-framework.js'
import { serveApiRoute } from './serve-api-route.js'

describeTokenEndpoint("Next's Pages Router", {
  ...framework,
  serve: (options, vary) => serveApiRoute({ default: createTokenHandler(options) }, vary),
  // Next reads the body before the handler is called: it refuses broken JSON and a charset that does not exist.
  // Node's parser of HTTP refuses the methods that it does not know.
  lacks: ['every-content-type', 'every-body', 'every-method-name'],
})

it("types authorize with the framework's own arguments", () => {
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (...args) => {
      expectTypeOf(args).toEqualTypeOf<[request: NextApiRequest, response: NextApiResponse]>()
      return null
    },
  })
})
