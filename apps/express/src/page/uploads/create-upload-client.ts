import { SecureUploadClient, type ClientEvent, type TokenSource } from '@secure-uploading/client'
import type { DemoConfig } from '../server/demo-config.js'

/**
 * Creates the client that uploads with tokens of this source. For Uploadcare no other setting is needed, because the
 * token endpoint also returns the public key.
 */
export function createUploadClient(
  tokenSource: TokenSource,
  onEvent: (event: ClientEvent) => void,
  { uploadUrl }: DemoConfig,
): SecureUploadClient {
  return new SecureUploadClient({
    tokenSource,
    onEvent,
    ...(uploadUrl === undefined ? {} : { baseURL: uploadUrl, baseCDN: uploadUrl }),
  })
}
