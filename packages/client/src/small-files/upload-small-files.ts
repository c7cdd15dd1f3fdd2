import type { UploadcareFile } from '@uploadcare/upload-client'
import type { SecureUploadClient } from '../client/secure-upload-client.js'
import { prepareTarget } from '../functions/prepare-target.js'
import type { TokenSource } from '../token-source/token-source.js'
import { cdnBaseOf, LEGACY_CDN } from '../upload/cdn-base-of.js'
import { finishUpload } from '../upload/finish-upload.js'
import { shareProgress } from '../upload/share-progress.js'
import { weightBytes } from '../upload/upload-each.js'
import { assertList, uploadMany } from '../upload/upload-files.js'
import type { UploadInput } from '../upload/upload-input.js'
import { packFiles } from './pack-files.js'
import { parseSmallFilesOptions, type SmallFilesOptions } from './small-files-options.js'
import { uploadPacks, type Describe } from './upload-packs.js'

/** An uploaded file that Uploadcare did not describe: `info` is `false`. */
export type SentSmallFile = Pick<UploadcareFile, 'uuid' | 'cdnUrl'>

/**
 * Uploads many small files, several of them in each request. Use it instead of `uploadFiles` for dozens of files below about
 * 100 KiB. Larger files, URLs and UUIDs of the list are uploaded as usual, after the small ones. Uploadcare stores all files of
 * a request or none: when it refuses one, each file of that request is sent alone, so that each has its own outcome.
 *
 * @param target a `SecureUploadClient`, or a token source
 * @returns the outcome of each file, in the order of the list, like `Promise.allSettled`: `value` or `reason`
 * @throws {TypeError} when `files` is not an array or an option is invalid.
 *
 * @example
 * ```ts
 * import { SecureUploadClient, uploadSmallFiles } from '@secure-uploading/client'
 *
 * const client = new SecureUploadClient({ tokenEndpoint: '/api/upload-token' })
 * const icons = [new File(['…'], 'a.svg'), new File(['…'], 'b.svg')]
 * const outcomes = await uploadSmallFiles(client, icons, { filesPerRequest: 50 })
 * ```
 */
export function uploadSmallFiles(
  target: SecureUploadClient | TokenSource,
  files: readonly UploadInput[],
  options?: SmallFilesOptions & { info?: true | undefined },
): Promise<PromiseSettledResult<UploadcareFile>[]>
export function uploadSmallFiles(
  target: SecureUploadClient | TokenSource,
  files: readonly UploadInput[],
  options?: SmallFilesOptions,
): Promise<PromiseSettledResult<SentSmallFile>[]>
export async function uploadSmallFiles(
  target: SecureUploadClient | TokenSource,
  files: readonly UploadInput[],
  options: SmallFilesOptions = {},
): Promise<PromiseSettledResult<SentSmallFile>[]> {
  const { filesPerRequest, hasInfo, common } = parseSmallFilesOptions(options)
  const { context, options: merged } = prepareTarget(target, common)
  assertList(files)
  const optionsForShare = shareProgress(totalBytesOf(files), merged)
  const describe: Describe<SentSmallFile> = hasInfo ? finishUpload : toSentFile
  const packs = packFiles(files, merged, filesPerRequest)
  const outcomes = new Map(
    await uploadPacks(context, packs, merged, describe, ({ sizeBytes }) => {
      optionsForShare(sizeBytes).onProgress?.({ isComputable: true, value: 1 })
    }),
  )

  const rest = [...files.entries()].filter(([index]) => !outcomes.has(index))
  const indexOf = (position: number): number => rest[position]?.[0] ?? position
  const data = rest.map(([, file]) => file)
  const { onFileProgress } = merged
  const settled = await uploadMany(context, data, {
    ...merged,
    ...optionsForShare(totalBytesOf(data)),
    ...(onFileProgress && {
      onFileProgress: (progress, position) => {
        onFileProgress(progress, indexOf(position))
      },
    }),
  })
  settled.forEach((outcome, position) => outcomes.set(indexOf(position), outcome))
  return [...outcomes].sort(([a], [b]) => a - b).map(([, outcome]) => outcome)
}

const totalBytesOf = (files: readonly UploadInput[]): number =>
  files.reduce((sum, file) => sum + weightBytes(file), 0)

const toSentFile: Describe<SentSmallFile> = async (_, { uuid, publicKey }, options) => {
  const base = (await cdnBaseOf({ ...options, publicKey })) ?? LEGACY_CDN
  return { uuid, cdnUrl: `${base.replace(/\/$/, '')}/${uuid}/` }
}
