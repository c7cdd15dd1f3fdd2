import { describeUploadsEndpoint } from '@secure-uploading/contract'
import type { NextApiRequest, NextApiResponse } from 'next'
import { expectTypeOf, it } from 'vitest'
import { createUploadsHandler, defineUploads } from '../../src/pages/index.js'
import { framework } from './pages-router-framework.js'
import { serveApiRoute } from './serve-api-route.js'

describeUploadsEndpoint("Next's Pages Router", {
  ...framework,
  serve: (options) => serveApiRoute({ default: createUploadsHandler(options) }),
  // Next parses the body before the handler is called, and refuses malformed JSON.
  lacks: ['every-body'],
})

it('types the functions of a route with the arguments of the framework', () => {
  defineUploads({
    avatar: {
      authorize: (...args) => {
        expectTypeOf(args).toEqualTypeOf<[request: NextApiRequest, response: NextApiResponse]>()
        return true
      },
    },
  })
})
