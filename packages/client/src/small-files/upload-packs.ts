import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { fanOut } from '../platform/index.js'
import { createRequestQueue } from '../upload/create-request-queue.js'
import { uploadEach, type BatchItem } from '../upload/upload-each.js'
import type { UploadFilesOptions } from '../upload/upload-files.js'
import type { SentFile } from '../upload/upload-multipart.js'
import { withFileEvents } from '../upload/with-file-events.js'
import { isCommonFailure, isRefusalOfPacks } from './is-common-failure.js'
import type { Pack, PackedFile } from './pack-files.js'
import { sendPack } from './send-pack.js'

/** How many files are described at the same time: one answer can name 100. */
const MOST_DESCRIBED = 16

/** Describes a file after it was sent. */
export type Describe<Result> = (
  context: RequestContext,
  sent: SentFile,
  options: UploadOptions,
) => Promise<Result>

/** The index of a file in the list of the caller, and its outcome. */
export type FileOutcome<Result> = [index: number, outcome: PromiseSettledResult<Result>]

/**
 * Uploads packs with limited concurrency.
 *
 * @param onSettled called for each file that needs no other request
 * @returns the outcomes. A file without one must be sent alone, because a request stores all of its files or none
 */
export async function uploadPacks<Result>(
  context: RequestContext,
  packs: readonly Pack[],
  options: UploadOptions & UploadFilesOptions,
  describe: Describe<Result>,
  onSettled: (file: PackedFile) => void,
): Promise<FileOutcome<Result>[]> {
  const { concurrency = options.maxConcurrentRequests, onFileProgress } = options
  const describing = createRequestQueue(context.source.clock, concurrency ?? MOST_DESCRIBED)
  let isRefused = false

  function report(files: readonly PackedFile[], value: 0 | 1): void {
    for (const file of files) {
      onFileProgress?.({ isComputable: true, value }, file.index)
      if (value === 1) onSettled(file)
    }
  }

  async function begin(entry: BatchItem<Pack>): Promise<() => Promise<FileOutcome<Result>[]>> {
    const { files, byteLength } = entry.item
    const names = files.map(({ name = '' }) => name)
    const ofPack: RequestContext = {
      ...entry.context,
      emit: (event) => {
        entry.context.emit({ ...event, names })
      },
    }
    if (isRefused) return () => Promise.resolve([])
    report(files, 0)
    try {
      const send = (): Promise<SentFile[]> => sendPack(ofPack, entry.item, entry.options)
      const sent = await entry.requestQueue.add(send, byteLength)
      report(files, 1)
      return () => describeAll(entry, sent)
    } catch (reason) {
      if (!isCommonFailure(reason, context.network)) {
        isRefused ||= isRefusalOfPacks(reason)
        return () => Promise.resolve([])
      }
      report(files, 1)
      return () => Promise.resolve(files.map(({ index }) => [index, { status: 'rejected', reason }]))
    }
  }

  async function describeAll(
    { item: { files }, context: ofEntry, options: ofPack }: BatchItem<Pack>,
    sent: readonly SentFile[],
  ): Promise<FileOutcome<Result>[]> {
    const fan = ofPack.signal && fanOut(ofPack.signal)
    const outcomes = await Promise.allSettled(
      sent.map((one, position) => {
        const name = files[position]?.name
        const ofFile = withFileEvents(ofEntry, name === undefined ? {} : { fileName: name })
        return describing.add(() =>
          fan
            ? fan.run((signal) => describe(ofFile, one, { ...ofPack, signal }))
            : describe(ofFile, one, ofPack),
        )
      }),
    )
    fan?.close()
    return outcomes.map((outcome, position) => [files[position]?.index ?? position, outcome])
  }

  const { onProgress: _, ...silent } = options
  const settled = uploadEach(context, packs, silent, concurrency, begin)
  return (await Promise.all(settled)).flat()
}
