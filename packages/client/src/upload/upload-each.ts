import { Queue } from '@uploadcare/upload-client'
import { DEFAULTS } from './defaults.js'
import { shareProgress } from './share-progress.js'
import type { UploadInput } from './upload-input.js'
import type { UploadOptions } from './upload-options.js'

/**
 * Uploads many things, a few at a time, and adds up their progress by bytes. Nothing is read before its turn.
 *
 * @param begin sends one of them, and gives what waits until it is ready; `lane` bounds how many requests with a body
 *   are under way
 * @returns a promise for each, in their order
 */
export function uploadEach<Item extends UploadInput, Result>(
  items: readonly Item[],
  options: UploadOptions,
  concurrency: number,
  begin: (item: Item, options: UploadOptions, index: number, lane: Queue) => Promise<() => Promise<Result>>,
): Promise<Result>[] {
  const sending = new Queue(concurrency)
  // Uploadcare gets a file ready while the next one is sent.
  const finishing = new Queue(concurrency)
  const lane = new Queue(
    options.maxConcurrentRequests ?? Math.max(DEFAULTS.maxConcurrentRequests, concurrency),
  )
  const wholeBytes = items.reduce((sum, item) => sum + weightBytes(item), 0)
  const optionsForShare = shareProgress(wholeBytes, options)

  return items.map(async (item, index) => {
    const own = optionsForShare(weightBytes(item))
    return finishing.add(await sending.add(() => begin(item, own, index, lane)))
  })
}

/** What an item counts for in the progress. Not of all is the size known before their turn. */
function weightBytes(item: UploadInput): number {
  if (item instanceof Blob) return Math.max(1, item.size)
  return item instanceof Uint8Array ? Math.max(1, item.length) : 1
}
