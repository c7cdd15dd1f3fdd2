import type { UploadsAdapter } from '@secure-uploading/contract'
import { NextRequest } from 'next/server.js'
import { createUploadsHandler } from '../src/index.js'

type Args = [request: NextRequest, context: { params: Promise<object> }]

/** Calls the exports of a `route.ts`, as Next does. */
export const adapter: UploadsAdapter<Args> = {
  serve(options) {
    const handlers = createUploadsHandler(options)
    return {
      send: (request) =>
        handlers[request.method === 'OPTIONS' ? 'OPTIONS' : 'POST'](new NextRequest(request), {
          params: Promise.resolve({}),
        }),
    }
  },
  cookieOf: (request) => request.headers.get('cookie'),
  lacks: ['every-method', 'shared-response'],
}
