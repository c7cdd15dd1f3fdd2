import type { Settings } from '@uploadcare/upload-client'
import type { ClientEvent } from '../requests/upload-event.js'
import type { TokenSource } from '../token-source/token-source.js'

/** The settings of upload-client's `UploadClient`, and the source of the tokens. */
export interface SecureUploadSettings extends Omit<
  Settings,
  'publicKey' | 'secureSignature' | 'secureExpire'
> {
  /** The address of the token endpoint. Set this or {@link SecureUploadSettings.tokenSource}. */
  tokenEndpoint?: string | URL
  /** A source created with `createTokenSource`, for headers, cookies on another origin and other options. */
  tokenSource?: TokenSource
  /**
   * The public key of the project.
   *
   * @default the key that comes with the first token
   */
  publicKey?: string
  /**
   * How many times a throttled request is repeated.
   *
   * @default 5
   */
  retryThrottledRequestMaxTimes?: number
  /**
   * How many times a request is repeated after network errors and 5xx.
   *
   * @default 5
   */
  retryNetworkErrorMaxTimes?: number
  /**
   * The size in bytes from which a file is sent in parts, which need no token. Uploadcare accepts no smaller files in parts.
   *
   * @default 10485760
   */
  multipartMinFileSize?: number
  /** Called for each event of uploads and of the tokens of `tokenEndpoint`. A `tokenSource` has its own listener. */
  onEvent?: (event: ClientEvent) => void
}
