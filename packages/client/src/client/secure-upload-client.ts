import {
  fromUrl,
  fromUrlStatus,
  group,
  groupInfo,
  info,
  multipartStart,
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
  Queue,
  type Sliceable,
  type UploadcareFile,
  type UploadcareGroup,
} from '@uploadcare/upload-client'
import { createProjectKey } from '../requests/create-project-key.js'
import { DEFAULTS } from '../requests/defaults.js'
import { deviceNetwork } from '../requests/network.js'
import { request, signedRequest } from '../requests/request.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { callListener } from '../token-source/call-listener.js'
import { createTokenSource } from '../token-source/create-token-source.js'
import type { TokenSource } from '../token-source/token-source.js'
import { pollUntilReady } from '../upload/poll-until-ready.js'
import { sendBase } from '../upload/send-base.js'
import { sendComplete } from '../upload/send-complete.js'
import { sendPart } from '../upload/send-part.js'
import { beginUpload } from '../upload/upload-file.js'
import { uploadFiles, type UploadFilesOptions } from '../upload/upload-files.js'
import { uploadGroup } from '../upload/upload-group.js'
import type { UploadInput } from '../upload/upload-input.js'
import { withoutUndefined } from '../upload/without-undefined.js'
import { assertUploadOptions } from './assert-upload-options.js'
import type { SecureUploadSettings } from './secure-upload-settings.js'

/**
 * Uploads with tokens from your backend. Replaces upload-client's `UploadClient`: the same methods with the same arguments,
 * and each signed request carries a token that is valid when it is sent.
 *
 * @throws {TypeError} when not exactly one of `tokenEndpoint` and `tokenSource` is given, or a setting is invalid.
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
  readonly #shared: Omit<RequestContext, 'session'>

  constructor({ tokenEndpoint, tokenSource, publicKey = '', onEvent, ...settings }: SecureUploadSettings) {
    if (!tokenEndpoint === !tokenSource) {
      throw new TypeError('Set exactly one of "tokenEndpoint" and "tokenSource"')
    }
    assertUploadOptions(settings)
    super({ ...DEFAULTS, ...withoutUndefined(settings), publicKey })
    // The defaults of UploadClient would replace the prefix of the project in file addresses, and slow down a batch.
    if (!settings.baseCDN) delete this.getSettings().baseCDN
    if (!settings.maxConcurrentRequests) delete this.getSettings().maxConcurrentRequests

    this.tokenSource =
      tokenSource ?? createTokenSource({ endpoint: tokenEndpoint ?? '', ...(onEvent && { onEvent }) })
    this.onEvent = onEvent
    const projectKey = createProjectKey(this.tokenSource, (current) => {
      super.updateSettings({ publicKey: current })
    })
    projectKey.configure(publicKey)
    this.#shared = {
      source: this.tokenSource,
      random: Math.random,
      network: deviceNetwork,
      emit: (event) => {
        callListener(onEvent, event)
      },
      projectKey,
    }
  }

  override updateSettings(
    settings: Partial<Omit<SecureUploadSettings, 'tokenEndpoint' | 'tokenSource' | 'onEvent'>>,
  ): void {
    assertUploadOptions(settings)
    const { projectKey } = this.#shared
    if (settings.publicKey !== undefined) projectKey.configure(settings.publicKey)
    super.updateSettings({ ...withoutUndefined(settings), publicKey: projectKey.current() })
  }

  override async base(
    file: Exclude<UploadInput, string>,
    options: Partial<BaseOptions> = {},
  ): Promise<BaseResponse> {
    const { answer } = await sendBase(this.#context(), file, this.#merge(options))
    return answer
  }

  override async fromUrl(sourceUrl: string, options: Partial<FromUrlOptions> = {}): Promise<FromUrlResponse> {
    const { answer } = await signedRequest(this.#context(), 'from_url', this.#merge(options), (attempt) =>
      fromUrl(sourceUrl, attempt),
    )
    return answer
  }

  override async group(uuids: string[], options: Partial<GroupOptions> = {}): Promise<GroupInfo> {
    const { answer } = await signedRequest(this.#context(), 'group', this.#merge(options), (attempt) =>
      group(uuids, attempt),
    )
    return answer
  }

  override async multipartStart(
    sizeBytes: number,
    options: Partial<MultipartStartOptions> = {},
  ): Promise<MultipartStartResponse> {
    const { answer } = await signedRequest(
      this.#context(),
      'multipart/start',
      this.#merge(options),
      (attempt) => multipartStart(sizeBytes, attempt),
    )
    return answer
  }

  override async multipartUpload(
    part: Sliceable,
    address: string,
    options: Partial<MultipartUploadOptions> = {},
  ): Promise<MultipartUploadResponse> {
    return sendPart(this.#context(), part, address, this.#merge(options))
  }

  override async multipartComplete(
    uuid: string,
    options: Partial<MultipartCompleteOptions> = {},
  ): Promise<FileInfo> {
    return sendComplete(this.#context(), uuid, await this.#withPublicKey(options))
  }

  override async uploadFile(
    data: UploadInput,
    options: Partial<FileFromOptions> = {},
  ): Promise<UploadcareFile> {
    const all = this.#merge(options)
    const requestQueue = new Queue(all.maxConcurrentRequests ?? DEFAULTS.maxConcurrentRequests)
    const finish = await beginUpload(this.#context(), data, all, requestQueue)
    return finish()
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
    return uploadFiles(this.#context(), data, this.#merge(options))
  }

  override async uploadFileGroup(
    data: readonly UploadInput[],
    options: Partial<FileFromOptions & GroupFromOptions> = {},
  ): Promise<UploadcareGroup> {
    return uploadGroup(this.#context(), data, this.#merge(options))
  }

  override async info(uuid: string, options: Partial<InfoOptions> = {}): Promise<FileInfo> {
    const keyed = await this.#withPublicKey(options)
    return request(this.#context(), 'info', keyed, (attempt) => info(uuid, attempt))
  }

  override async groupInfo(id: string, options: Partial<GroupInfoOptions> = {}): Promise<GroupInfo> {
    const keyed = await this.#withPublicKey(options)
    return request(this.#context(), 'group/info', keyed, (attempt) => groupInfo(id, attempt))
  }

  override async isReadyPoll(uuid: string, options: Partial<IsReadyPoolOptions> = {}): Promise<FileInfo> {
    return pollUntilReady(this.#context(), uuid, await this.#withPublicKey(options))
  }

  override async fromUrlStatus(
    token: string,
    options: Partial<FromUrlStatusOptions> = {},
  ): Promise<FromUrlStatusResponse> {
    return request(this.#context(), 'from_url/status', this.#merge(options), (attempt) =>
      fromUrlStatus(token, attempt),
    )
  }

  #context(): RequestContext {
    return { ...this.#shared, session: this.tokenSource.session }
  }

  #merge<T extends AnyOptions>(options: T): T & AnyOptions {
    assertUploadOptions(options)
    return {
      ...this.getSettings(),
      ...withoutUndefined(options),
      publicKey: options.publicKey ?? this.#shared.projectKey.configured(),
    }
  }

  async #withPublicKey<T extends AnyOptions>(options: T): Promise<T & AnyOptions & { publicKey: string }> {
    const all = this.#merge(options)
    return { ...all, publicKey: await this.#shared.projectKey.resolve(all) }
  }
}

/** The progress of parts and polls has another type: it is always computable. */
type AnyOptions = Omit<UploadOptions, 'onProgress'>
