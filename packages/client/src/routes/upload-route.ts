import type { SecureUploadError } from '@secure-uploading/core/token'
import type { UploadcareFile } from '@uploadcare/upload-client'
import type { UploadFunctionOptions } from '../functions/function-options.js'
import type { TokenSource } from '../token-source/token-source.js'
import type { UploadFilesOptions } from '../upload/upload-files.js'
import type { UploadInput } from '../upload/upload-input.js'
import type { RouteUploadSettings } from './parse-routes-options.js'
import type { JsonOf, UploadRouteRules } from './route-types.js'

/** Options of one upload. The server stores the file after it was accepted. */
export type RouteUploadOptions = Omit<UploadFunctionOptions, 'store'>

/** Options of several uploads. */
export type RouteUploadsOptions = RouteUploadOptions & Omit<UploadFilesOptions, 'store'>

/** A request to the uploads endpoint that failed and is repeated. */
export interface EndpointRetry {
  /** How many **milliseconds** later it is repeated. */
  delayMs: number
  error: SecureUploadError
}

export interface CompletionOptions {
  signal?: AbortSignal | undefined
  /** Called after each request to the uploads endpoint that failed and is repeated. */
  onRetry?: ((retry: EndpointRetry) => void) | undefined
}

/** An accepted file, and the data that the server returned for it. */
export interface CompletedFile<File, Data> {
  file: File
  data: Data
}

/** An upload route. */
export interface UploadRoute<Data> {
  /** Returns the rules of the route. */
  rules(options?: CompletionOptions): Promise<UploadRouteRules>
  /**
   * Uploads a file and completes it.
   *
   * @throws {SecureUploadError} `ERR_FILE_TOO_LARGE` or `ERR_FILE_TYPE` before a byte is sent, the code of the server when it
   *   rejects the file, or `ERR_COMPLETION_PENDING` when the file was not final after 2 minutes.
   */
  uploadFile(file: UploadInput, options?: RouteUploadOptions): Promise<CompletedFile<UploadcareFile, Data>>
  /**
   * Uploads files with limited concurrency and completes them. One that fails does not stop the others.
   *
   * @returns the outcome of each file, like `Promise.allSettled`
   * @throws {SecureUploadError} `ERR_TOO_MANY_FILES` before a byte is sent.
   */
  uploadFiles(
    files: readonly UploadInput[],
    options?: RouteUploadsOptions,
  ): Promise<PromiseSettledResult<CompletedFile<UploadcareFile, Data>>[]>
  /**
   * Completes files that were uploaded with the tokens of this route, for example those of File Uploader.
   *
   * @returns the outcome of each file, like `Promise.allSettled`
   */
  completeUploads<File extends { readonly uuid?: string | null | undefined }>(
    files: readonly File[],
    options?: CompletionOptions,
  ): Promise<PromiseSettledResult<CompletedFile<File, Data>>[]>
  /** The name of the route. */
  readonly name: string
  /** The tokens of the route, for other clients such as File Uploader. */
  readonly tokenSource: TokenSource
  /**
   * Returns the metadata that one file of another client needs to be accepted: the receipt, and the metadata that the route
   * sets. Call it for each file, for example as `metadata` of File Uploader.
   */
  readonly receiptMetadata: () => Promise<Record<string, string>>
  /** Returns the public key that the endpoint issues. Uses none of the requests that a token allows. */
  readonly publicKey: () => Promise<string | undefined>
  /** The options of every upload of this route, from `createUploadRoutes`. */
  readonly uploadOptions: RouteUploadSettings
}

/** The routes of an uploads endpoint. */
export interface UploadRoutes<Routes> {
  /** Returns a route. It is the same object each time. */
  route<Name extends keyof Routes & string>(name: Name): UploadRoute<JsonOf<Routes[Name]>>
  /** Resets all routes when the user signs out, and aborts their uploads. */
  clear(): void
}
