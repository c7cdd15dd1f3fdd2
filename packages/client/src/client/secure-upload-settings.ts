import type { Settings } from '@uploadcare/upload-client'
import type { Undefinable } from '../options/undefinable.js'
import type { ClientEvent } from '../requests/upload-event.js'
import type { OwnOptions } from '../requests/upload-options.js'
import type { TokenSource } from '../token-source/token-source.js'

/** The source of the tokens: an address or a token source, not both. */
type TokenSettings =
  | {
      /**
       * The address of the token endpoint. Outside of a browser it must be absolute.
       *
       * @default '/api/upload-token', in browsers
       */
      tokenEndpoint?: string | URL | undefined
      tokenSource?: undefined
    }
  | {
      tokenEndpoint?: undefined
      /** A source created with `createTokenSource`, for headers, cookies on another origin and other options. */
      tokenSource?: TokenSource | undefined
    }

/** The settings of upload-client's `UploadClient`, and the source of the tokens. */
export type SecureUploadSettings = UploadSettings & TokenSettings

interface UploadSettings
  extends
    Omit<Undefinable<Settings>, 'publicKey' | 'secureSignature' | 'secureExpire'>,
    Omit<OwnOptions, 'id'> {
  /**
   * The public key of the project.
   *
   * @default the key that comes with the first token
   */
  publicKey?: string | undefined
  /**
   * How many times a throttled request is repeated.
   *
   * @default 5
   */
  retryThrottledRequestMaxTimes?: number | undefined
  /**
   * How many times a request is repeated after network errors, 408, 425 and 5xx.
   *
   * @default 5
   */
  retryNetworkErrorMaxTimes?: number | undefined
  /**
   * The size in bytes from which a file is sent in parts, which need no token. Uploadcare accepts no smaller files in parts.
   *
   * @default 10485760
   */
  multipartMinFileSize?: number | undefined
  /**
   * The size of a part in bytes, at least 5 MiB. It grows for a file that would have more than 10,000 parts.
   *
   * @default 5242880
   */
  multipartChunkSize?: number | undefined
  /**
   * How many requests with a body are sent at the same time. By default it adapts to the throughput: 6 at first, at most 16.
   * A group sends 4.
   *
   * @default adaptive
   */
  maxConcurrentRequests?: number | undefined
  /**
   * The origin of the Upload API.
   *
   * @default 'https://upload.uploadcare.com'
   */
  baseURL?: string | undefined
  /**
   * The base of file addresses, used unchanged.
   *
   * @default the domain of the project
   */
  baseCDN?: string | undefined
  /**
   * The domain that the domains of projects belong to.
   *
   * @default 'https://ucarecd.net'
   */
  prefixedBaseCDN?: string | undefined
  /** The name of the file. @default the name of a `File` */
  fileName?: string | undefined
  /** The content type of the file. @default the type of a `File` or `Blob` */
  contentType?: string | undefined
  /** Whether files are stored. @default 'auto', the setting of the project */
  store?: boolean | 'auto' | undefined
  /** Names the app in the `X-UC-User-Agent` header, which browsers otherwise omit to save a preflight. */
  integration?: string | undefined
  /** Replaces the `X-UC-User-Agent` header, which browsers otherwise omit to save a preflight. */
  userAgent?: Settings['userAgent'] | undefined
  /** Whether a URL that was uploaded before is not fetched again. @default false */
  checkForUrlDuplicates?: boolean | undefined
  /** Whether the result of a URL is saved for `checkForUrlDuplicates`. @default false */
  saveUrlForRecurrentUploads?: boolean | undefined
  /** Called for each event of uploads and of the tokens of `tokenEndpoint`. A `tokenSource` has its own listener. */
  onEvent?: ((event: ClientEvent) => void) | undefined
}
