import {
  fromUrl,
  fromUrlStatus,
  group,
  groupInfo,
  info,
  UploadClient,
  type BaseOptions,
  type BaseResponse,
  type FileFromOptions,
  type FileInfo,
  type FromUrlOptions,
  type FromUrlResponse,
  type FromUrlStatusOptions,
  type FromUrlStatusResponse,
  type GroupFromOptions,
  type GroupInfo,
  type GroupInfoOptions,
  type GroupOptions,
  type InfoOptions,
  type IsReadyPoolOptions,
  type MultipartCompleteOptions,
  type MultipartStartOptions,
  type MultipartStartResponse,
  type MultipartUploadOptions,
  type MultipartUploadResponse,
  type Sliceable,
  type UploadcareFile,
  type UploadcareGroup,
} from '@uploadcare/upload-client'
import { assertUploadOptions } from '../options/assert-upload-options.js'
import { guardListeners } from '../options/guard-listeners.js'
import type { Undefinable } from '../options/undefinable.js'
import { withoutUndefined, type Defined } from '../options/without-undefined.js'
import { contextOf } from '../requests/context-of.js'
import { createProjectKey, type ProjectKey } from '../requests/create-project-key.js'
import { DEFAULTS } from '../requests/defaults.js'
import { request, signedRequest } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { waitForToken } from '../requests/wait-for-token.js'
import { createTokenSource } from '../token-source/create-token-source.js'
import type { TokenSource } from '../token-source/token-source.js'
import { assertSendable } from '../upload/assert-sendable.js'
import { pollUntilReady } from '../upload/poll-until-ready.js'
import { sendBase } from '../upload/send-base.js'
import { sendComplete } from '../upload/send-complete.js'
import { sendPart } from '../upload/send-part.js'
import { uploadOne } from '../upload/upload-file.js'
import { uploadMany, type UploadFilesOptions } from '../upload/upload-files.js'
import { uploadGroupOf } from '../upload/upload-group.js'
import type { UploadInput } from '../upload/upload-input.js'
import { startMultipart } from '../upload/upload-multipart.js'
import { assertClientSettings, SETTING_NAMES } from './assert-client-settings.js'
import type { SecureUploadSettings } from './secure-upload-settings.js'

/**
 * Uploads with tokens from your backend. Replaces upload-client's `UploadClient`: the same methods with the same arguments,
 * and each signed request carries a token that is valid when it is sent.
 *
 * @throws {TypeError} when both `tokenEndpoint` and `tokenSource` are given, neither outside of a browser, or a setting is
 *   invalid.
 *
 * @example
 * ```ts
 * import { SecureUploadClient } from '@secure-uploading/client'
 *
 * const client = new SecureUploadClient({ tokenEndpoint: '/api/upload-token' })
 * const file = await client.uploadFile(new Blob(['Hello']), { fileName: 'hello.txt' })
 * console.log(file.cdnUrl)
 * ```
 */
export class SecureUploadClient extends UploadClient {
  /** The source of the tokens. Call `tokenSource.clear()` when the user signs out. */
  readonly tokenSource: TokenSource
  /** Called for each event of an upload. */
  readonly onEvent: SecureUploadSettings['onEvent']
  readonly #projectKey: ProjectKey
  /** The key of the settings, `''` without one. */
  #publicKey: string

  constructor(all: SecureUploadSettings = {}) {
    assertClientSettings(all)
    const { tokenEndpoint, tokenSource, publicKey, onEvent, ...settings } = all
    super({ ...DEFAULTS, ...withoutUndefined(settings), publicKey: publicKey ?? '' })
    // The defaults of UploadClient would replace the prefix of the project in file addresses, and fix the concurrency.
    if (!settings.baseCDN) delete this.getSettings().baseCDN
    if (!settings.maxConcurrentRequests) delete this.getSettings().maxConcurrentRequests

    const { offlineTimeoutMs } = settings
    this.tokenSource =
      tokenSource ?? createTokenSource({ endpoint: tokenEndpoint, offlineTimeoutMs, onEvent })
    this.onEvent = onEvent
    this.#publicKey = publicKey ?? ''
    this.#projectKey = createProjectKey(this.tokenSource, (learned) => {
      super.updateSettings({ publicKey: this.#publicKey || learned })
    })
  }

  /** The settings of each upload. Their `publicKey` is that of the settings: one that came with a token does not bind the next. */
  get uploadOptions(): UploadOptions {
    return { ...this.getSettings(), publicKey: this.#publicKey }
  }

  override updateSettings(
    settings: Partial<Omit<SecureUploadSettings, 'tokenEndpoint' | 'tokenSource' | 'onEvent'>>,
  ): void {
    assertUploadOptions(settings, false, SETTING_NAMES)
    this.#publicKey = settings.publicKey ?? this.#publicKey
    const publicKey = this.#publicKey || this.#projectKey.learned()
    super.updateSettings({ ...withoutUndefined(settings), publicKey })
  }

  override async base(
    file: Exclude<UploadInput, string>,
    options: Undefinable<BaseOptions> = {},
  ): Promise<BaseResponse> {
    const { answer } = await sendBase(this.#context(), file, this.#merge(options))
    return answer
  }

  override async fromUrl(
    sourceUrl: string,
    options: Undefinable<FromUrlOptions> = {},
  ): Promise<FromUrlResponse> {
    const merged = this.#merge(options)
    assertSendable(merged)
    const { answer } = await signedRequest(this.#context(), {
      name: 'from_url',
      options: merged,
      send: (attempt) => fromUrl(sourceUrl, attempt),
    })
    return answer
  }

  override async group(uuids: string[], options: Undefinable<GroupOptions> = {}): Promise<GroupInfo> {
    const { answer } = await signedRequest(this.#context(), {
      name: 'group',
      options: this.#merge(options),
      send: (attempt) => group(uuids, attempt),
    })
    return answer
  }

  override async multipartStart(
    sizeBytes: number,
    options: Undefinable<MultipartStartOptions> = {},
  ): Promise<MultipartStartResponse> {
    const { answer } = await startMultipart(this.#context(), sizeBytes, this.#merge(options))
    return answer
  }

  override async multipartUpload(
    part: Sliceable,
    address: string,
    options: Undefinable<MultipartUploadOptions> = {},
  ): Promise<MultipartUploadResponse> {
    await sendPart(this.#context(), part, address, this.#merge(options))
    return { code: 200 }
  }

  override async multipartComplete(
    uuid: string,
    options: Undefinable<MultipartCompleteOptions> = {},
  ): Promise<FileInfo> {
    return sendComplete(this.#context(), uuid, await this.#withPublicKey(options))
  }

  override async uploadFile(
    data: UploadInput,
    options: Undefinable<FileFromOptions> = {},
  ): Promise<UploadcareFile> {
    return uploadOne(this.#context(), data, this.#merge(options))
  }

  /**
   * Uploads many files with limited concurrency. One that fails does not stop the others.
   *
   * @returns the outcome of each file, in the order of the list, like `Promise.allSettled`: `value` or `reason`
   * @throws {TypeError} when `concurrency` is not a whole number of 1 or more.
   */
  async uploadFiles(
    data: readonly UploadInput[],
    options: UploadFilesOptions = {},
  ): Promise<PromiseSettledResult<UploadcareFile>[]> {
    return uploadMany(this.#context(), data, this.#merge(options))
  }

  override async uploadFileGroup(
    data: readonly UploadInput[],
    options: Undefinable<FileFromOptions & GroupFromOptions> = {},
  ): Promise<UploadcareGroup> {
    return uploadGroupOf(this.#context(), data, this.#merge(options))
  }

  override async info(uuid: string, options: Undefinable<InfoOptions> = {}): Promise<FileInfo> {
    return request(this.#context(), {
      name: 'info',
      options: await this.#withPublicKey(options),
      send: (attempt) => info(uuid, attempt),
    })
  }

  override async groupInfo(id: string, options: Undefinable<GroupInfoOptions> = {}): Promise<GroupInfo> {
    return request(this.#context(), {
      name: 'group/info',
      options: await this.#withPublicKey(options),
      send: (attempt) => groupInfo(id, attempt),
    })
  }

  override async isReadyPoll(uuid: string, options: Undefinable<IsReadyPoolOptions> = {}): Promise<FileInfo> {
    const file = await pollUntilReady(this.#context(), uuid, await this.#withPublicKey(options))
    options.onProgress?.({ isComputable: true, value: 1 })
    return file
  }

  override async fromUrlStatus(
    token: string,
    options: Undefinable<FromUrlStatusOptions> = {},
  ): Promise<FromUrlStatusResponse> {
    return request(this.#context(), {
      name: 'from_url/status',
      options: this.#merge(options),
      send: (attempt) => fromUrlStatus(token, attempt),
    })
  }

  #context(): RequestContext {
    return contextOf(this.tokenSource, this.onEvent, this.#projectKey)
  }

  #merge<T extends Undefinable<AnyOptions>>(options: T): Defined<T> & AnyOptions {
    assertUploadOptions(options, false)
    return { ...this.uploadOptions, ...guardListeners(withoutUndefined(options)) }
  }

  async #withPublicKey<T extends Undefinable<AnyOptions>>(
    options: T,
  ): Promise<Defined<T> & AnyOptions & { publicKey: string }> {
    const all = this.#merge(options)
    return {
      ...all,
      publicKey: await this.#projectKey.resolve(all, () => waitForToken(this.#context(), all)),
    }
  }
}

/** The progress of parts and polls has another type: it is always computable. */
type AnyOptions = Omit<UploadOptions, 'onProgress'>
