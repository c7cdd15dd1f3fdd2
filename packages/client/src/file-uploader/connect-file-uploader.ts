import type { SecureToken } from '@secure-uploading/core/token'
import { receiptMetadataOf } from '../token-source/receipt-metadata-of.js'
import type { AuthTokenProvider } from '../token-source/token-source.js'
import { createCompletions, type Outcome, type UploaderFile } from './create-completions.js'
import { errorShown, toError } from './error-shown.js'
import type { FileUploaderOptions } from './file-uploader-options.js'
import { assertMetadata, parseFileUploaderOptions } from './parse-file-uploader-options.js'
import { assertAuthTokenSupport } from './assert-auth-token-support.js'

/** Checks a file after its upload: File Uploader shows the message as the error of the file. */
export interface CompletionValidator {
  runOn: 'upload'
  validator: (entry: UploaderFile) => Promise<{ message: string } | undefined>
}

/** The properties of `<uc-config>` that make File Uploader upload with tokens. */
export interface FileUploaderConfig {
  secureUploadsSignatureResolver?: () => Promise<SecureToken | null>
  secureUploadsExpireThreshold?: number
  authToken?: AuthTokenProvider
  metadata: (entry: never) => Promise<Record<string, string>>
  /** With a route: the server stores a file when it accepts it. */
  store?: false
  fileValidators: CompletionValidator[]
}

/** The parts that File Uploader needs to upload with tokens. */
export interface FileUploaderConnection<Data> {
  readonly config: FileUploaderConfig
  /** Gets the properties that the endpoint decides, before the first upload does. Errors are left to that. */
  load: () => Promise<void>
  /**
   * Completes the files of a `common-upload-success` event. Each file is completed once.
   *
   * @returns the outcome of each file, like `Promise.allSettled`. Empty without a route.
   */
  complete: <File extends UploaderFile>(files: readonly File[]) => Promise<Outcome<File, Data>[]>
}

/**
 * Connects Uploadcare's File Uploader to your backend: tokens, receipts and metadata of an upload route, its rules, the
 * completion of its files, and error texts. For `@uploadcare/file-uploader` without a framework.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```ts
 * import { connectFileUploader } from '@secure-uploading/client/file-uploader'
 * import { createUploadRoutes } from '@secure-uploading/client/routes'
 *
 * const { route } = createUploadRoutes<{ '~data'?: { avatar: { url: string } } }>({ endpoint: '/api/uploads' })
 * const config = document.querySelector('uc-config')
 * const connection = connectFileUploader({
 *   route: route('avatar'),
 *   onProperties: (properties) => Object.assign(config ?? {}, properties),
 * })
 * Object.assign(config ?? {}, connection.config)
 * void connection.load()
 * ```
 */
export function connectFileUploader<Data = unknown>(
  options: FileUploaderOptions<Data>,
): FileUploaderConnection<Data> {
  const { source, route, credential, metadata, errorText, onProperties } = parseFileUploaderOptions(options)
  const completions = route && createCompletions(route)
  let failure: Error | undefined
  let loading: Promise<void> | undefined

  async function load(): Promise<void> {
    loading ??= loadProperties()
    // A user who was signed out may sign in.
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }

  async function loadProperties(): Promise<void> {
    const pubkey = await (route ? route.publicKey() : source.getToken().then(({ publicKey }) => publicKey))
    const { accept, maxBytes, maxFiles } = (await route?.rules()) ?? {}
    onProperties({
      ...(pubkey !== undefined && { pubkey }),
      ...(accept && { accept: accept.join(',') }),
      ...(maxBytes !== undefined && { maxLocalFileSizeBytes: maxBytes }),
      ...(maxFiles !== undefined && { multiple: maxFiles > 1, multipleMax: maxFiles }),
    })
  }

  /** Returns null instead of throwing, after which File Uploader would use the signature of the user before. */
  async function resolveSignature(): Promise<SecureToken | null> {
    try {
      const signature = await source.signatureResolver()
      await load()
      failure = undefined
      return signature
    } catch (error) {
      failure = toError(error)
      return null
    }
  }

  /** File Uploader shows only what this rejects with: it calls it after the resolver, before a byte is sent. */
  async function resolveMetadata(entry: never): Promise<Record<string, string>> {
    try {
      if (failure) throw failure
      if (credential === 'jwt') assertAuthTokenSupport()
      const own = (typeof metadata === 'function' ? await metadata(entry) : metadata) ?? {}
      assertMetadata(own)
      const bound = await (route ? route.receiptMetadata() : source.getToken().then(receiptMetadataOf))
      if (Object.keys(own).length > 0 && Object.keys(bound).length > 1) {
        throw new TypeError('"metadata" is set by the upload route. Remove it')
      }
      return { ...own, ...bound }
    } catch (error) {
      throw errorShown(error, errorText)
    }
  }

  const completionValidator: CompletionValidator = {
    runOn: 'upload',
    validator: async (entry) => {
      const [outcome] = (await completions?.([entry])) ?? []
      return outcome?.status === 'rejected'
        ? { message: errorShown(outcome.reason, errorText).message }
        : undefined
    },
  }

  return {
    config: {
      ...(credential === 'signature'
        ? {
            secureUploadsSignatureResolver: resolveSignature,
            // It asks for each file: it compares the expiry with the clock of the device, which may be wrong.
            secureUploadsExpireThreshold: Number.MAX_SAFE_INTEGER,
          }
        : {
            authToken: {
              ...source.authTokenProvider,
              getToken: async () => {
                await load()
                return source.authTokenProvider.getToken()
              },
            },
          }),
      metadata: resolveMetadata,
      ...(route && { store: false }),
      fileValidators: route ? [completionValidator] : [],
    },
    load: async () => load().catch(() => undefined),
    complete: async (files) => completions?.(files) ?? [],
  }
}
