import { createTokenSource, SecureUploadClient, type ClientEvent } from '@secure-uploading/client'
import { createUploadRoutes } from '@secure-uploading/client/routes'
import type { DemoConfig } from '../server/demo-config.js'
// Types only: no code of the server reaches the page.
import type { uploads } from '../../server/uploads.js'

/**
 * Creates the two ways to upload: with tokens of the token endpoint, and over an upload route with rules. For Uploadcare no
 * setting is needed, because the endpoints also return the public key.
 */
export function createTransport({ uploadUrl }: DemoConfig, onEvent: (event: ClientEvent) => void) {
  const settings = {
    onEvent,
    ...(uploadUrl === undefined ? {} : { baseURL: uploadUrl, baseCDN: uploadUrl }),
  }
  const tokenSource = createTokenSource({ endpoint: '/api/upload-token', onEvent })
  return {
    client: new SecureUploadClient({ tokenSource, ...settings }),
    attachments: createUploadRoutes<typeof uploads>({ endpoint: '/api/uploads', ...settings }).route(
      'attachments',
    ),
  }
}

export type Transport = ReturnType<typeof createTransport>
