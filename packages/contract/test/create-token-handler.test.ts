import { describeTokenEndpoint } from '../src/index.js'
import { createTokenHandler } from '@secure-uploading/server'

describeTokenEndpoint('a Request and Response handler', {
  serve: (options) => ({ send: createTokenHandler(options) }),
  cookieOf: (request: Request) => request.headers.get('cookie'),
})
