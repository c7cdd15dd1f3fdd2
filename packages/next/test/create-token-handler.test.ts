import { describeTokenEndpoint } from '@secure-uploading/contract'
import { NextRequest } from 'next/server.js'
import { createTokenHandler } from '../src/index.js'

describeTokenEndpoint("Next's App Router", {
  serve(options) {
    const handlers = createTokenHandler(options)
    return {
      send: async (request) =>
        handlers[request.method === 'OPTIONS' ? 'OPTIONS' : 'POST'](new NextRequest(request), {
          params: Promise.resolve({}),
        }),
    }
  },
  cookieOf: (request: NextRequest) => request.headers.get('cookie'),
  lacks: ['every-method'],
})
