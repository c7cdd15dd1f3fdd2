import {
  fromUrl,
  fromUrlStatus,
  group,
  groupInfo,
  info,
  isReadyPoll,
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
import { createTokenSource } from '../token-source/create-token-source.js'
import { notify } from '../token-source/notify.js'
import type { TokenSource } from '../token-source/token-source.js'
import { beginUpload } from '../upload/begin-upload.js'
import { DEFAULTS } from '../upload/defaults.js'
import { deviceNetwork } from '../upload/network.js'
import { pollWithRetries } from '../upload/poll-with-retries.js'
import { resolvePublicKey } from '../upload/resolve-public-key.js'
import { sendBase } from '../upload/send-base.js'
import { sendComplete } from '../upload/send-complete.js'
import { sendPart } from '../upload/send-part.js'
import { sendSigned } from '../upload/send-signed.js'
import { sendStart } from '../upload/send-start.js'
import { sendWithRetries } from '../upload/send-with-retries.js'
import type { UploadContext } from '../upload/upload-context.js'
import { withoutUndefined } from '../upload/without-undefined.js'
import { uploadFiles, type UploadFilesOptions } from '../upload/upload-files.js'
import { uploadGroup } from '../upload/upload-group.js'
import type { UploadInput } from '../upload/upload-input.js'
import type { UploadOptions } from '../upload/upload-options.js'
import { assertUploadOptions } from './assert-upload-options.js'
import type { SecureUploadSettings } from './secure-upload-settings.js'

/**
 * Uploads with tokens from your backend. It takes the place of upload-client's `UploadClient`: the same methods with
 * the same arguments, and each signed request carries a token that is valid when it is sent.
 *
 * @throws {TypeError} when not exactly one of `tokenEndpoint` and `tokenSource` is given, or a setting is wrong.
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
  /** Where the tokens come from. `tokenSource.clear()` when the user signs out. */
  readonly tokenSource: TokenSource
  /** Hears what happens to uploads. */
  readonly onEvent: SecureUploadSettings['onEvent']
  readonly #ofAllCalls: Omit<UploadContext, 'session'>
  #publicKey: string

  constructor({ tokenEndpoint, tokenSource, publicKey = '', onEvent, ...settings }: SecureUploadSettings) {
    if (!tokenEndpoint === !tokenSource) {
      throw new TypeError('Give one of "tokenEndpoint" and "tokenSource"')
    }
    assertUploadOptions(settings)
    super({ ...DEFAULTS, ...withoutUndefined(settings), publicKey })
    // Set by UploadClient, they would keep the project's own prefix out of the addresses of files, and hold up a batch.
    if (!settings.baseCDN) delete this.getSettings().baseCDN
    if (!settings.maxConcurrentRequests) delete this.getSettings().maxConcurrentRequests

    this.tokenSource =
      tokenSource ?? createTokenSource({ endpoint: tokenEndpoint ?? '', ...(onEvent && { onEvent }) })
    this.onEvent = onEvent
    this.#publicKey = publicKey
    this.#ofAllCalls = {
      source: this.tokenSource,
      random: Math.random,
      network: deviceNetwork,
      emit: (event) => {
        notify(onEvent, event)
      },
      publicKey: () => this.getSettings().publicKey,
      onPublicKey: (learned) => {
        if (learned === this.getSettings().publicKey) return
        super.updateSettings({ publicKey: learned })
        // The next user may have another project.
        this.tokenSource.session.addEventListener('abort', () => {
          super.updateSettings({ publicKey: this.#publicKey })
        })
      },
    }
  }

  override updateSettings(
    settings: Partial<Omit<SecureUploadSettings, 'tokenEndpoint' | 'tokenSource' | 'onEvent'>>,
  ): void {
    assertUploadOptions(settings)
    this.#publicKey = settings.publicKey ?? this.#publicKey
    super.updateSettings({
      ...withoutUndefined(settings),
      publicKey: settings.publicKey ?? this.getSettings().publicKey,
    })
  }

  override async base(
    file: Exclude<UploadInput, string>,
    options: Partial<BaseOptions> = {},
  ): Promise<BaseResponse> {
    const { answer } = await sendBase(this.#context(), file, this.#merge(options))
    return answer
  }

  override async fromUrl(sourceUrl: string, options: Partial<FromUrlOptions> = {}): Promise<FromUrlResponse> {
    const { answer } = await sendSigned(this.#context(), 'from_url', this.#merge(options), (attempt) =>
      fromUrl(sourceUrl, attempt),
    )
    return answer
  }

  override async group(uuids: string[], options: Partial<GroupOptions> = {}): Promise<GroupInfo> {
    const { answer } = await sendSigned(this.#context(), 'group', this.#merge(options), (attempt) =>
      group(uuids, attempt),
    )
    return answer
  }

  override async multipartStart(
    sizeBytes: number,
    options: Partial<MultipartStartOptions> = {},
  ): Promise<MultipartStartResponse> {
    const { answer } = await sendStart(this.#context(), sizeBytes, this.#merge(options))
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
    const context = this.#context()
    return sendComplete(context, uuid, await this.#withPublicKey(context, options))
  }

  override async uploadFile(
    data: UploadInput,
    options: Partial<FileFromOptions> = {},
  ): Promise<UploadcareFile> {
    const all = this.#merge(options)
    const lane = new Queue(all.maxConcurrentRequests ?? DEFAULTS.maxConcurrentRequests)
    const finish = await beginUpload(this.#context(), data, all, lane)
    return finish()
  }

  /**
   * Uploads many files, a few at a time. One that fails does not stop the others.
   *
   * @returns for each file, in the order of the list, what `Promise.allSettled` would say: `value` or `reason`
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
    const context = this.#context()
    const keyed = await this.#withPublicKey(context, options)
    return sendWithRetries(context, 'info', keyed, (attempt) => info(uuid, attempt))
  }

  override async groupInfo(id: string, options: Partial<GroupInfoOptions> = {}): Promise<GroupInfo> {
    const context = this.#context()
    const keyed = await this.#withPublicKey(context, options)
    return sendWithRetries(context, 'group/info', keyed, (attempt) => groupInfo(id, attempt))
  }

  override async isReadyPoll(uuid: string, options: Partial<IsReadyPoolOptions> = {}): Promise<FileInfo> {
    const context = this.#context()
    const keyed = await this.#withPublicKey(context, options)
    return pollWithRetries(context, uuid, keyed, (attempt) => isReadyPoll(uuid, attempt))
  }

  override async fromUrlStatus(
    token: string,
    options: Partial<FromUrlStatusOptions> = {},
  ): Promise<FromUrlStatusResponse> {
    return sendWithRetries(this.#context(), 'from_url/status', this.#merge(options), (attempt) =>
      fromUrlStatus(token, attempt),
    )
  }

  /** What the requests of one call have in common. */
  #context(): UploadContext {
    return { ...this.#ofAllCalls, session: this.tokenSource.session }
  }

  #merge<T extends AnyOptions>(options: T): T & AnyOptions {
    assertUploadOptions(options)
    return {
      ...this.getSettings(),
      ...withoutUndefined(options),
      publicKey: options.publicKey ?? this.#publicKey,
    }
  }

  async #withPublicKey<T extends AnyOptions>(
    context: UploadContext,
    options: T,
  ): Promise<T & AnyOptions & { publicKey: string }> {
    const all = this.#merge(options)
    return { ...all, publicKey: await resolvePublicKey(context, all) }
  }
}

/** Of parts and polls, progress is always computable. */
type AnyOptions = Omit<UploadOptions, 'onProgress'>
