import type { TokenSource } from '../token-source/token-source.js'
import type { UploadRoute } from '../routes/upload-route.js'

/** What File Uploader uploads with: an upload route, or a token source. */
export type FileUploaderTarget<Data> =
  | { route: UploadRoute<Data>; tokenSource?: undefined }
  | { route?: undefined; tokenSource: TokenSource }

/** Metadata of the uploaded files, or a function that returns those of one file. */
export type FileUploaderMetadata =
  | Record<string, string>
  | ((entry: never) => Record<string, string> | Promise<Record<string, string>>)

export type FileUploaderOptions<Data = unknown> = FileUploaderTarget<Data> & FileUploaderSettings

export interface FileUploaderSettings {
  /**
   * The credential that the endpoint issues. `'jwt'` requires `@uploadcare/file-uploader` 1.35.1 or newer.
   *
   * @default 'signature'
   */
  credential?: 'signature' | 'jwt' | undefined
  /**
   * Metadata of the files. An upload route that sets metadata allows none.
   *
   * @default none
   */
  metadata?: FileUploaderMetadata | null | undefined
  /**
   * Returns the text that File Uploader shows for a file that failed.
   *
   * @default 'Sign in to upload' for ERR_UNAUTHENTICATED, otherwise the message of the error
   */
  errorText?: ((error: Error) => string) | undefined
  /**
   * Receives further properties of `<uc-config>` as soon as the endpoint has issued a token: the public key and, with a route,
   * its rules. Set them before it returns.
   */
  onProperties: (properties: EndpointProperties) => void
}

/** The properties of `<uc-config>` that the endpoint decides. */
export interface EndpointProperties {
  pubkey?: string
  /** MIME types, separated by commas. */
  accept?: string
  /** In **bytes**. */
  maxLocalFileSizeBytes?: number
  multiple?: boolean
  multipleMax?: number
}
