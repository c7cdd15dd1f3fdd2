import { DEFAULTS } from '../requests/defaults.js'
import type { RequestContext } from '../requests/request-context.js'
import type { UploadOptions } from '../requests/upload-options.js'
import { fanOut } from '../platform/index.js'
import { createRequestQueue, type RequestQueue } from './create-request-queue.js'
import { shareProgress } from './share-progress.js'

/** One item of a batch. */
export interface BatchItem<Item> {
  context: RequestContext
  item: Item
  index: number
  options: UploadOptions
  /** Limits the concurrent requests that have a body. */
  requestQueue: RequestQueue
}

/**
 * Uploads many items with limited concurrency, and adds up their progress by bytes. Reads no item before its turn.
 *
 * @param concurrency how many items are sent at the same time. `undefined` adapts it to the throughput
 * @param begin sends one item, and returns a function that waits until it is processed
 * @returns one promise per item, in the same order
 */
export function uploadEach<Item, Result>(
  context: RequestContext,
  items: readonly Item[],
  options: UploadOptions,
  concurrency: number | undefined,
  begin: (item: BatchItem<Item>) => Promise<() => Promise<Result>>,
): Promise<Result>[] {
  const { clock } = context.source
  const { maxConcurrentRequests } = options
  const sending = createRequestQueue(clock, concurrency)
  const requestQueue = createRequestQueue(
    clock,
    maxConcurrentRequests ??
      (concurrency === undefined ? undefined : Math.max(DEFAULTS.maxConcurrentRequests, concurrency)),
  )
  const totalBytes = items.reduce((sum, item) => sum + weightBytes(item), 0)
  const optionsForShare = shareProgress(totalBytes, options)
  const watched: RequestContext = {
    ...context,
    emit(event) {
      if (event.type === 'retried' && event.because === 'throttled') {
        sending.slowDown()
        requestQueue.slowDown()
      }
      context.emit(event)
    },
  }

  const fan = options.signal && fanOut(options.signal)
  const results = items.map(async (item, index) => {
    const bytes = weightBytes(item)
    const itemOptions = optionsForShare(bytes)
    const send = async (ofItem: UploadOptions): Promise<Result> => {
      const start = (): Promise<() => Promise<Result>> =>
        begin({ context: watched, item, index, options: ofItem, requestQueue })
      // Uploadcare processes a file while the next one is sent.
      const finish = await sending.add(start, bytes)
      return finish()
    }
    return fan ? fan.run((signal) => send({ ...itemOptions, signal })) : send(itemOptions)
  })
  void Promise.allSettled(results).then(() => {
    fan?.close()
  })
  return results
}

/** Returns the share of an item in the progress. The size of some is unknown before their turn, and a list may hold anything. */
export function weightBytes(item: unknown): number {
  const { size, byteLength } = Object(item) as { size?: unknown; byteLength?: unknown }
  return Math.max(1, Number(size ?? byteLength) || 1)
}
