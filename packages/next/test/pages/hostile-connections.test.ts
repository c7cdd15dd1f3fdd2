import { describeHostileConnections, serveListener } from '@secure-uploading/contract/node'
import { apiResolver } from 'next/dist/server/api-utils/node/api-resolver.js'
import { createTokenHandler } from '../../src/pages/index.js'

const previews = { previewModeId: 'id', previewModeEncryptionKey: 'key', previewModeSigningKey: 'key' }

describeHostileConnections("Next's Pages Router", {
  serve(options) {
    const module = { default: createTokenHandler(options) }
    return serveListener((request, response) => {
      void apiResolver(request, response, {}, module, { ...previews, dev: false }, false)
    })
  },
  // Next reads the body before the handler is called.
  lacks: ['every-body'],
})
