import { serveListener, type Listening } from '@secure-uploading/contract/node'
import type { NextApiHandler, PageConfig } from 'next'
import { apiResolver } from 'next/dist/server/api-utils/node/api-resolver.js'

const previews = { previewModeId: 'id', previewModeEncryptionKey: 'key', previewModeSigningKey: 'key' }

/** Serves a file of `pages/api` as Next does. `vary` is the Vary header that Next has set, for example from its config. */
export function serveApiRoute(
  module: { default: NextApiHandler; config?: PageConfig },
  vary?: string | string[],
): Promise<Listening> {
  return serveListener((request, response) => {
    if (vary !== undefined) response.setHeader('Vary', vary)
    void apiResolver(request, response, {}, module, { ...previews, dev: false }, false)
  })
}
