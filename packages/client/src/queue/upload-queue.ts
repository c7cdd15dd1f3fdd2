import type { SecureUploadClient } from '../client/secure-upload-client.js'
import type { ResumeStore } from '../resumable/resume-store.js'
import type { UploadRoute } from '../routes/upload-route.js'
import type { TokenSource } from '../token-source/token-source.js'
import type { UploadItem } from './upload-item.js'

/** The state of an upload queue, immutable: the same object until something changes. */
export interface UploadQueueState<Data = unknown> {
  readonly items: readonly UploadItem<Data>[]
  /**
   * `paused` while files are paused and none is sent, and after `pause()` until `resume()`. `idle` when every item is final, also
   * after `pause()`: the next file that is added is paused.
   */
  readonly status: 'idle' | 'uploading' | 'paused' | 'offline'
  /** From 0 to 1, by bytes, of the files that were not rejected, canceled or failed. 0 without such a file. */
  readonly progress: number
  readonly sentBytes: number
  readonly totalBytes: number
  readonly bytesPerSecond: number
  /** Missing while it cannot be estimated. */
  readonly secondsLeft?: number
  /** The number of items in each status. */
  readonly counts: Readonly<Record<UploadItem['status'], number>>
}

/** What a queue uploads with: exactly one of `client`, `source` and `route`. */
export type UploadQueueTarget<Data> =
  | { client: SecureUploadClient; source?: undefined; route?: undefined }
  | { client?: undefined; source: TokenSource; route?: undefined }
  | { client?: undefined; source?: undefined; route: UploadRoute<Data> }

export type UploadQueueOptions<Data = unknown> = UploadQueueTarget<Data> & UploadQueueSettings

export interface UploadQueueSettings {
  /**
   * How many files are sent at the same time.
   *
   * @default adapts to the throughput: 6 at first, at most 16
   */
  concurrency?: number | undefined
  /**
   * Whether an added file is sent without a call of `start`.
   *
   * @default true
   */
  autoStart?: boolean | undefined
  /**
   * The MIME types that may be added. `image/*` stands for all images except `image/svg+xml`.
   *
   * @default those of the route
   */
  accept?: readonly string[] | undefined
  /**
   * The largest size of one file, in **bytes**.
   *
   * @default that of the route
   */
  maxBytes?: number | undefined
  /**
   * The largest number of files. Rejected, canceled and failed items do not count.
   *
   * @default unlimited
   */
  maxFiles?: number | undefined
  /**
   * Whether two files with the same name, size and date may be added, like files of different folders.
   *
   * @default false: the second one is rejected
   */
  allowDuplicates?: boolean | undefined
  /** @default indexedDbStore */
  resumeStore?: ResumeStore | undefined
  /** The id of the user. `restore` requires it; without one nothing is stored. */
  owner?: string | undefined
  /**
   * How many **bytes** of files are kept for `restore`. Larger files are restored as `needs-file`.
   *
   * @default 200000000
   */
  keepBytes?: number | undefined
  /** Transforms a file before it is sent: returns another file, or throws to refuse it. */
  beforeUpload?: ((file: File, item: UploadItem) => File | Promise<File>) | undefined
}

export interface AddOptions {
  /** Metadata of the uploaded files. */
  metadata?: Record<string, string> | undefined
  /**
   * The key in `resumeStore` of the missing parts of one file, for an app that adds the file again instead of calling
   * `restore`, like a command line. Adding the same file with the same key sends only the missing parts. Requires a user: the
   * subject of the upload receipt, or `owner`.
   *
   * @default a key for `restore`
   */
  resumeKey?: string | undefined
}

/** The headless state of many uploads, for any user interface. */
export interface UploadQueue<Data = unknown> {
  getSnapshot: () => UploadQueueState<Data>
  /**
   * Aborts when the queue is emptied: by `clear`, `destroy` or the sign-out of the user. Compare it when files take time to be
   * read: those of an earlier session belong to another user.
   */
  readonly session: AbortSignal
  /** Calls the listener after each change, at most 10 times a second while bytes are sent. Returns the function that ends it. */
  subscribe: (listener: () => void) => () => void
  /**
   * Adds files, and returns their items. A file that breaks a rule becomes a `rejected` item.
   *
   * @throws {TypeError} when an option is unknown or invalid, or several files have one `resumeKey`.
   */
  add(files: Iterable<File>, options?: AddOptions): UploadItem<Data>[]
  /** Sends the queued files. Only needed with `autoStart: false`. */
  start(): void
  /** Pauses one file, or without an id all, and those that are added before `resume()`, `clear()` or the sign-out. */
  pause(id?: string): void
  resume(id?: string): void
  cancel(id?: string): void
  /** Sends a file again that failed, was canceled or rejected. Without an id, all failed files. */
  retry(id?: string): void
  /** Removes an item; its upload is canceled. */
  remove(id: string): void
  /** Removes all items, when the user signs out. */
  clear(): void
  /**
   * Restores the unfinished uploads of this owner from an earlier page, as `paused` where they were. Resolves within 10 seconds,
   * with an empty list when the store does not answer.
   */
  restore(): Promise<UploadItem<Data>[]>
  /** Resolves when every item is final. Paused files, and those that need a file, are not. */
  settled(): Promise<UploadItem<Data>[]>
  /** Returns an object URL of the file. `remove`, `clear` and `destroy` revoke it. */
  preview(id: string): string | undefined
  /**
   * Aborts all uploads, removes items and listeners, and revokes previews. What is stored of unfinished uploads is kept. The queue
   * takes no more files.
   */
  destroy(): void
}
