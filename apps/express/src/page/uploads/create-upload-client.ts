import { SecureUploadClient, type ClientEvent, type TokenSource } from '@secure-uploading/client'
import type { DemoConfig } from '../server/demo-config.js'

/**
 * The client that uploads, signed with the tokens of this source. With Uploadcare itself there is nothing else to set:
 * the token endpoint tells the public key too.
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
