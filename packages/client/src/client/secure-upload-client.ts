import {
  fromUrl,
  group,
  UploadClient,
  type BaseOptions,
  type BaseResponse,
  type FileFromOptions,
  type FileInfo,
  type FromUrlOptions,
  type FromUrlResponse,
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
import { deviceNetwork } from '../upload/network.js'
import { resolvePublicKey } from '../upload/resolve-public-key.js'
import { sendBase } from '../upload/send-base.js'
import { sendComplete } from '../upload/send-complete.js'
import { sendPart } from '../upload/send-part.js'
import { sendSigned } from '../upload/send-signed.js'
import { sendStart } from '../upload/send-start.js'
import { beginUpload } from '../upload/begin-upload.js'
import { LEAST_MULTIPART_BYTES } from '../upload/upload-bytes.js'
import type { UploadContext } from '../upload/upload-context.js'
import { DEFAULT_CONCURRENCY } from '../upload/upload-each.js'
import { uploadFiles, type UploadFilesOptions } from '../upload/upload-files.js'
import { uploadGroup } from '../upload/upload-group.js'
import type { UploadInput } from '../upload/upload-input.js'
import type { UploadOptions } from '../upload/upload-options.js'
import { assertNoSignature } from './assert-no-signature.js'
import type { SecureUploadSettings } from './secure-upload-settings.js'

const DEFAULTS = {
  retryThrottledRequestMaxTimes: 5,
  retryNetworkErrorMaxTimes: 5,
  multipartMinFileSize: LEAST_MULTIPART_BYTES,
}

/**
 * Uploads with tokens from your backend. It takes the place of upload-client's `UploadClient`: the same methods with
 * the same arguments, and each signed request carries a token that is valid when it is sent.
 *
 * @throws {TypeError} when not exactly one of `tokenEndpoint` and `tokenSource` is given, or a signature.
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
  readonly #context: UploadContext
  #publicKey: string

  constructor({ tokenEndpoint, tokenSource, publicKey = '', onEvent, ...settings }: SecureUploadSettings) {
    if (!tokenEndpoint === !tokenSource) {
      throw new TypeError('Give one of "tokenEndpoint" and "tokenSource"')
    }
    assertNoSignature(settings)
    super({ ...DEFAULTS, ...settings, publicKey })
    // Set by UploadClient, it would keep the project's own prefix out of the addresses of files.
    if (!settings.baseCDN) delete this.getSettings().baseCDN

    this.tokenSource =
      tokenSource ?? createTokenSource({ endpoint: tokenEndpoint ?? '', ...(onEvent && { onEvent }) })
    this.onEvent = onEvent
    this.#publicKey = publicKey
    this.#context = {
      source: this.tokenSource,
      random: Math.random,
      network: deviceNetwork,
      emit: (event) => {
        notify(onEvent, event)
      },
      publicKey: () => this.getSettings().publicKey,
      onPublicKey: (learned) => {
        this.getSettings().publicKey = learned
      },
    }
  }

  override updateSettings(
    settings: Partial<Omit<SecureUploadSettings, 'tokenEndpoint' | 'tokenSource' | 'onEvent'>>,
  ): void {
    assertNoSignature(settings)
    this.#publicKey = settings.publicKey ?? this.#publicKey
    super.updateSettings({ ...settings, publicKey: settings.publicKey ?? this.getSettings().publicKey })
  }

  override async base(
    file: Exclude<UploadInput, string>,
    options: Partial<BaseOptions> = {},
  ): Promise<BaseResponse> {
    const { answer } = await sendBase(this.#context, file, this.#merge(options))
    return answer
  }

  override async fromUrl(sourceUrl: string, options: Partial<FromUrlOptions> = {}): Promise<FromUrlResponse> {
    const { answer } = await sendSigned(this.#context, 'from_url', this.#merge(options), (attempt) =>
      fromUrl(sourceUrl, attempt),
    )
    return answer
  }

  override async group(uuids: string[], options: Partial<GroupOptions> = {}): Promise<GroupInfo> {
    const { answer } = await sendSigned(this.#context, 'group', this.#merge(options), (attempt) =>
      group(uuids, attempt),
    )
    return answer
  }

  override async multipartStart(
    sizeBytes: number,
    options: Partial<MultipartStartOptions> = {},
  ): Promise<MultipartStartResponse> {
    const { answer } = await sendStart(this.#context, sizeBytes, this.#merge(options))
    return answer
  }

  override async multipartUpload(
    part: Sliceable,
    address: string,
    options: Partial<MultipartUploadOptions> = {},
  ): Promise<MultipartUploadResponse> {
    return sendPart(this.#context, part, address, { ...this.getSettings(), ...options })
  }

  override async multipartComplete(
    uuid: string,
    options: Partial<MultipartCompleteOptions> = {},
  ): Promise<FileInfo> {
    return sendComplete(this.#context, uuid, {
      ...this.#merge(options),
      ...(await this.#withPublicKey(options)),
    })
  }

  override async uploadFile(
    data: UploadInput,
    options: Partial<FileFromOptions> = {},
  ): Promise<UploadcareFile> {
    const all = this.#merge(options)
    const lane = new Queue(all.maxConcurrentRequests ?? DEFAULT_CONCURRENCY)
    const finish = await beginUpload(this.#context, data, all, lane)
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
    return uploadFiles(this.#context, data, this.#merge(options))
  }

  override async uploadFileGroup(
    data: readonly UploadInput[],
    options: Partial<FileFromOptions & GroupFromOptions> = {},
  ): Promise<UploadcareGroup> {
    return uploadGroup(this.#context, data, this.#merge(options))
  }

  override async info(uuid: string, options: Partial<InfoOptions> = {}): Promise<FileInfo> {
    return super.info(uuid, await this.#withPublicKey(options))
  }

  override async groupInfo(id: string, options: Partial<GroupInfoOptions> = {}): Promise<GroupInfo> {
    return super.groupInfo(id, await this.#withPublicKey(options))
  }

  override async isReadyPoll(uuid: string, options: Partial<IsReadyPoolOptions> = {}): Promise<FileInfo> {
    return super.isReadyPoll(uuid, await this.#withPublicKey(options))
  }

  #merge<T extends UploadOptions>(options: T): T & UploadOptions {
    assertNoSignature(options)
    return { ...this.getSettings(), ...options, publicKey: options.publicKey ?? this.#publicKey }
  }

  async #withPublicKey<T extends Pick<UploadOptions, 'publicKey' | 'signal'>>(
    options: T,
  ): Promise<T & { publicKey: string }> {
    return { ...options, publicKey: await resolvePublicKey(this.#context, options) }
  }
}
