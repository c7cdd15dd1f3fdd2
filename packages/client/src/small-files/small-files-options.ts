import { assertUploadOptions } from '../options/assert-upload-options.js'
import type { UploadFunctionOptions } from '../functions/function-options.js'
import type { UploadFilesOptions } from '../upload/upload-files.js'

/** Options of `uploadSmallFiles`: those of `uploadFiles`, where `concurrency` counts requests, and the ones of shared requests. */
export interface SmallFilesOptions extends UploadFunctionOptions, UploadFilesOptions {
  /**
   * How many files share a request: 1 to 100. A request has at most 1,000,000 bytes of files, so that proxies with a limit of
   * 1 MiB accept it; a larger file is uploaded as usual.
   *
   * @default 25
   */
  filesPerRequest?: number | undefined
  /**
   * Whether each file is described by a request to `/info/`, after Uploadcare has processed it. `false` saves that request: the
   * outcomes contain `uuid` and `cdnUrl` only.
   *
   * @default true
   */
  info?: boolean | undefined
}

const DEFAULT_FILES = 25
// Frameworks limit the number of files in a form; Django's default is 100.
const MOST_FILES = 100

interface SmallFilesSettings {
  filesPerRequest: number
  hasInfo: boolean
  /** The options of `uploadFiles`. */
  common: UploadFunctionOptions & UploadFilesOptions
}

/** @throws {TypeError} naming the option. */
export function parseSmallFilesOptions(options: SmallFilesOptions): SmallFilesSettings {
  assertUploadOptions(options, true, 'filesPerRequest info')
  const { concurrency = 1 } = options
  if (!isCount(concurrency))
    throw new TypeError('"concurrency" must be a whole number of requests, 1 or more')
  const { filesPerRequest = DEFAULT_FILES, info = true, ...common } = options
  if (!isCount(filesPerRequest) || filesPerRequest > MOST_FILES) {
    throw new TypeError(`"filesPerRequest" must be a whole number of files, 1 to ${String(MOST_FILES)}`)
  }
  if (typeof info !== 'boolean') throw new TypeError('"info" must be true or false')
  return { filesPerRequest, hasInfo: info, common }
}

const isCount = (value: unknown): boolean => Number.isInteger(value) && Number(value) > 0
