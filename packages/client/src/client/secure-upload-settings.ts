import type { Settings } from '@uploadcare/upload-client'
import type { TokenSource } from '../token-source/token-source.js'
import type { ClientEvent } from '../upload/upload-event.js'

/** The settings of upload-client's `UploadClient`, and where the tokens come from. */
export interface SecureUploadSettings extends Omit<
  Settings,
  'publicKey' | 'secureSignature' | 'secureExpire'
> {
  /** The address of the token endpoint. Give this or {@link SecureUploadSettings.tokenSource}. */
  tokenEndpoint?: string | URL
  /** A token source made with `createTokenSource`: for headers, cookies of another origin, and other options. */
  tokenSource?: TokenSource
  /** The project's public key. Without it the endpoint's is taken, when the first token is there. */
  publicKey?: string
  /** How often a throttled request is sent again: 5 times unless set. */
  retryThrottledRequestMaxTimes?: number
  /** How often a request is sent again that the network or a 5xx stood in the way of: 5 times unless set. */
  retryNetworkErrorMaxTimes?: number
  /** The bytes from which a file goes in parts, which need no token: 10 MiB unless set, the least that Uploadcare takes. */
  multipartMinFileSize?: number
  /** Hears what happens to tokens of `tokenEndpoint` and to uploads. A `tokenSource` has a listener of its own. */
  onEvent?: (event: ClientEvent) => void
}
