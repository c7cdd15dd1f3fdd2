import { createUploadsHandler } from '@secure-uploading/server'
import type { UploadsAdapter } from '../uploads/uploads-adapter.js'

/** Calls the uploads handler of `@secure-uploading/server` directly. */
export const adapter: UploadsAdapter<[request: Request]> = {
  serve: (options) => ({ send: createUploadsHandler(options) }),
  cookieOf: (request) => request.headers.get('cookie'),
  lacks: ['shared-response'],
}
