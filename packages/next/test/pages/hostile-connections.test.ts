import { describeHostileConnections } from '@secure-uploading/contract/node'
import { createTokenHandler } from '../../src/pages/index.js'
import { serveApiRoute } from './serve-api-route.js'

describeHostileConnections("Next's Pages Router", {
  serve: (options) => serveApiRoute({ default: createTokenHandler(options) }),
  // Next parses the body before the handler is called.
  lacks: ['every-body'],
})
