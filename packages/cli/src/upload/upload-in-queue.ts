import type { SecureUploadClient } from '@secure-uploading/client'
import { createUploadQueue, type UploadItem, type UploadQueue } from '@secure-uploading/client/queue'
import { outcomeOf, wordsFor } from './outcome-of.js'
import type { OpenFile } from './open-file.js'
import type { Outcome } from './outcome.js'
import type { FileProgress, UploadProgress } from './progress/upload-progress.js'
import type { ResumePlaces } from './resume/resume-places.js'
import type { UploadSetup } from './upload-setup.js'

interface QueueOptions {
  /** Metadata of every file. */
  metadata?: Record<string, string>
  setup: UploadSetup
  concurrency: number
  places: ResumePlaces | undefined
  /** Ends the uploads. What is recorded of them is kept. */
  signal: AbortSignal
}

/** Uploads files, and shows their progress. Never rejects: a failure is an outcome, too. */
export async function uploadInQueue(
  client: SecureUploadClient,
  files: readonly OpenFile[],
  { metadata, setup, concurrency, places, signal }: QueueOptions,
  progress: UploadProgress,
): Promise<Outcome[]> {
  const queue = createUploadQueue({
    client,
    concurrency,
    // Files of different directories can have the same name, size and date.
    allowDuplicates: true,
    // Only the owner of the directory can read the store.
    ...(places && { owner: 'anyone', resumeStore: places.store }),
  })
  const openedById = new Map(
    files.flatMap((opened) =>
      queue
        .add([opened.file], { metadata, resumeKey: places?.keyOf(opened) })
        .map(({ id }): [string, OpenFile] => [id, opened]),
    ),
  )
  const bars = new Map<string, FileProgress>()
  const outcomes = new Map<string, Outcome>()

  function show(item: UploadItem): void {
    const { id, status } = item
    const opened = openedById.get(id)
    if (!opened || status === 'queued' || outcomes.has(id)) return
    const bar = bars.get(id) ?? progress.begin(opened.givenPath, opened.file.size)
    bars.set(id, bar)
    const outcome = outcomeOf(item, opened, setup, places?.foundUuid(opened))
    if (outcome) {
      outcomes.set(id, outcome)
      bar.end(wordsFor(outcome))
    } else bar.update(item.progress)
  }

  const showAll = (): void => {
    queue.getSnapshot().items.forEach(show)
  }
  showAll()
  queue.subscribe(showAll)
  const settled = await settle(queue, signal)
  settled.forEach(show)
  return [...openedById].map(([id, { givenPath }]) => {
    const interrupted: Outcome = { file: givenPath, status: 'interrupted' }
    const outcome = outcomes.get(id)
    if (!outcome) bars.get(id)?.end(wordsFor(interrupted))
    return outcome ?? interrupted
  })
}

/** @returns the items when all are final, or when the signal was aborted */
async function settle(queue: UploadQueue, signal: AbortSignal): Promise<readonly UploadItem[]> {
  let interrupted: readonly UploadItem[] | undefined
  signal.addEventListener('abort', () => {
    interrupted = queue.getSnapshot().items
    queue.destroy()
  })
  const settled = await queue.settled()
  return interrupted ?? settled
}
