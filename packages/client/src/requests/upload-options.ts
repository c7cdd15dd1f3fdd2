import type {
  ComputableProgressInfo,
  FileFromOptions,
  GroupFromOptions,
  ProgressCallback,
} from '@uploadcare/upload-client'

/** Options of this package for every upload. */
export interface OwnOptions {
  /**
   * How long a request is repeated while the device reports that it is offline, in **milliseconds**. `Infinity` is allowed.
   *
   * @default 300000
   */
  offlineTimeoutMs?: number | undefined
  /**
   * Identifies the file in events.
   *
   * @default a number of this page
   */
  id?: string | undefined
}

/**
 * The settings of the client merged with the options of a call. `publicKey` is the configured one, `''` without one: a key
 * that came with a token does not bind the next token.
 */
export type UploadOptions = Partial<
  Omit<FileFromOptions & GroupFromOptions, 'secureSignature' | 'secureExpire'>
> &
  OwnOptions

/** The options that limit how often a request is repeated, the address that it is sent to, and the listener to its progress. */
export type RetryOptions = Pick<
  UploadOptions,
  | 'baseURL'
  | 'integration'
  | 'offlineTimeoutMs'
  | 'retryNetworkErrorMaxTimes'
  | 'retryThrottledRequestMaxTimes'
  | 'signal'
  | 'userAgent'
> & { onProgress?: ProgressCallback<ComputableProgressInfo> | undefined }
