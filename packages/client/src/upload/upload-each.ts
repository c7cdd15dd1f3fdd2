import { Queue } from '@uploadcare/upload-client'
import { DEFAULTS } from '../requests/defaults.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { shareProgress } from './share-progress.js'
import type { UploadInput } from './upload-input.js'

/**
 * Uploads many items with limited concurrency, and adds up their progress by bytes. Reads no item before its turn.
 *
 * @param begin sends one item, and returns a function that waits until it is processed; `requestQueue` limits the concurrent
 *   requests that have a body
 * @returns one promise per item, in the same order
 */
export function uploadEach<Item extends UploadInput, Result>(
  items: readonly Item[],
  options: UploadOptions,
  concurrency: number,
  begin: (
    item: Item,
    options: UploadOptions,
    index: number,
    requestQueue: Queue,
  ) => Promise<() => Promise<Result>>,
): Promise<Result>[] {
  const sending = new Queue(concurrency)
  // Uploadcare processes a file while the next one is sent.
  const finishing = new Queue(concurrency)
  const requestQueue = new Queue(
    options.maxConcurrentRequests ?? Math.max(DEFAULTS.maxConcurrentRequests, concurrency),
  )
  const totalBytes = items.reduce((sum, item) => sum + weightBytes(item), 0)
  const optionsForShare = shareProgress(totalBytes, options)

  return items.map(async (item, index) => {
    const itemOptions = optionsForShare(weightBytes(item))
    return finishing.add(await sending.add(() => begin(item, itemOptions, index, requestQueue)))
  })
}

/** Returns the share of an item in the progress. The size of some items is unknown before their turn. */
function weightBytes(item: UploadInput): number {
  if (item instanceof Blob) return Math.max(1, item.size)
  return item instanceof Uint8Array ? Math.max(1, item.length) : 1
}
