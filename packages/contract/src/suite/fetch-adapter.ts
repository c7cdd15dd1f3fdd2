import { createTokenHandler } from '@secure-uploading/server'
import type { Adapter } from '../adapter.js'

/** Calls the token handler of `@secure-uploading/server` directly. */
export const adapter: Adapter<[request: Request]> = {
  serve: (options) => ({ send: createTokenHandler(options) }),
  cookieOf: (request) => request.headers.get('cookie'),
  lacks: ['shared-response'],
}
