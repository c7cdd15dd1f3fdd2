import { isSecureUploadError } from '@secure-uploading/core/token'
import type { ProgressCallback, UploadcareFile } from '@uploadcare/upload-client'
import { contextOf } from '../requests/context-of.js'
import type { UploadEvent } from '../requests/upload-event.js'
import type { PartsUpload } from '../resumable/create-parts-upload.js'
import type { ResumeMemory } from '../resumable/create-resume-memory.js'
import { throwIfAborted } from '../time/abort.js'
import { assertSendable } from '../upload/assert-sendable.js'
import { nameAndType } from '../upload/name-and-type.js'
import { readBytes } from '../upload/to-bytes.js'
import { withFileEvents } from '../upload/with-file-events.js'
import { openMemory } from './open-memory.js'
import type { QueueSettings } from './parse-queue-options.js'
import { isFile } from './to-files.js'
import type { QueueEntry } from './queue-entry.js'

/** What the attempts of an entry report. The first attempt's are kept for all. */
export interface AttemptReports {
  /** `beforeUpload` returned another file. @throws the rule that it breaks */
  onFile: (file: File) => void
  onProgress: (progress: number) => void
  onEvent: (event: UploadEvent) => void
  /** All bytes are sent. */
  onSent: () => void
  /** The completion by the uploads endpoint failed, and is repeated in `delayMs`. */
  onCompletionRetry: (delayMs: number) => void
}

export interface AttemptResult<Data> {
  uploaded: UploadcareFile
  data?: Data
}

type Progress = Parameters<ProgressCallback>[0]

/** A refusal of `beforeUpload`, or of the rules that its file breaks. */
export class Refusal extends Error {}

/** Prepares, sends and completes a file. Repeats no step that an earlier attempt has done. */
export async function runAttempt<Data>(
  entry: QueueEntry<Data>,
  settings: QueueSettings<Data>,
  signal: AbortSignal,
  reports: AttemptReports,
): Promise<AttemptResult<Data>> {
  if (!entry.isPrepared) await prepare(entry, settings, signal, reports)
  const { route } = settings.target
  const uploaded = entry.uploaded ?? (await send(entry, settings, signal, reports))
  if (!route) return { uploaded }
  reports.onSent()
  entry.uploaded = uploaded
  const [outcome] = await route.completeUploads([uploaded], {
    signal,
    onRetry: ({ delayMs }) => {
      reports.onCompletionRetry(delayMs)
    },
  })
  if (outcome?.status === 'fulfilled') return { uploaded, data: outcome.value.data }
  const reason: unknown = outcome?.reason
  // Otherwise the server has refused the file, and it must be sent again.
  const canComplete =
    isSecureUploadError(reason) && (reason.retryable || reason.code === 'ERR_COMPLETION_PENDING')
  if (!canComplete && !signal.aborted) entry.uploaded = undefined
  throw reason
}

async function prepare<Data>(
  entry: QueueEntry<Data>,
  { beforeUpload }: QueueSettings<Data>,
  signal: AbortSignal,
  { onFile }: AttemptReports,
): Promise<void> {
  const { item } = entry
  if (beforeUpload && item.file) {
    try {
      const file = await beforeUpload(item.file, item)
      if (!isFile(file)) throw new TypeError('"beforeUpload" must return a File')
      throwIfAborted(signal)
      if (file !== item.file) onFile(file)
    } catch (error) {
      throwIfAborted(signal)
      throw new Refusal('The file is refused', { cause: error })
    }
  }
  entry.isPrepared = true
}

async function send<Data>(
  entry: QueueEntry<Data>,
  settings: QueueSettings<Data>,
  signal: AbortSignal,
  reports: AttemptReports,
): Promise<UploadcareFile> {
  const { file, name } = entry.item
  if (!file) throw new Error(`The bytes of "${name}" are missing. Add the file again.`)
  await readBytes(file.slice(0, 1), name)
  // A file that is sent in one request has no session.
  entry.memory ??= await openMemory(settings, settings.isLarge(file.size) ? entry.resumeKey : undefined)
  throwIfAborted(signal)
  const upload = (entry.upload ??= prepareUpload(entry, file, settings, reports, entry.memory))
  return upload.advance(signal, reports.onSent)
}

function prepareUpload<Data>(
  entry: QueueEntry<Data>,
  file: File,
  settings: QueueSettings<Data>,
  { onProgress, onEvent }: AttemptReports,
  memory: ResumeMemory,
): PartsUpload {
  const { target, owner, createUpload } = settings
  const { metadata, item } = entry
  const { id } = item
  const shared = target.options()
  const options = {
    ...shared,
    id,
    ...(entry.resumeKey !== undefined && { owner }),
    ...(metadata && { metadata: { ...shared.metadata, ...metadata } }),
    onProgress(progress: Progress) {
      // 0 of 0 bytes is NaN.
      if (progress.isComputable && progress.value >= 0) onProgress(Math.min(1, progress.value))
    },
  }
  const named = nameAndType(file, options)
  assertSendable(named)
  const context = contextOf(target.source, onEvent)
  return createUpload(withFileEvents(context, named), file, options, memory)
}
