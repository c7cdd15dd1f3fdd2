import { createTokenHandler } from '@secure-uploading/server'
import type { Adapter } from '../src/index.js'

/** Calls the handler of `@secure-uploading/server` itself. */
export const adapter: Adapter<[request: Request]> = {
  serve: (options) => ({ send: createTokenHandler(options) }),
  cookieOf: (request) => request.headers.get('cookie'),
}
