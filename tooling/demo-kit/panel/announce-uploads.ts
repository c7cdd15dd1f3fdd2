import type { UploadQueue, UploadQueueState } from '@secure-uploading/client/queue'
import { countOf } from './count-of'
import type { Announce } from './create-announcer'
import { summarizeUploads } from './summarize-uploads'

const MOST_REASONS = 3

/**
 * Announces to screen readers that files were added, why files were not uploaded, that uploads are paused or offline, and that
 * all have finished.
 *
 * @returns the function that ends it
 */
export function announceUploads(queue: UploadQueue, announce: Announce): () => void {
  let previous = queue.getSnapshot()
  const reported = new Set<string>()

  return queue.subscribe(() => {
    const current = queue.getSnapshot()
    const added = current.items.length - previous.items.length
    if (added > 0) announce(`${countOf(added, 'file')} added.`)
    announceReasons(current)
    announceStatus(current)
    previous = current
  })

  function announceReasons({ items, counts }: UploadQueueState): void {
    if (counts.failed + counts.rejected === 0) return reported.clear()
    const failed = items.filter(({ status }) => status === 'failed' || status === 'rejected')
    const fresh = failed.filter(({ id }) => !reported.has(id))
    reported.clear()
    for (const { id } of failed) reported.add(id)
    for (const { name, error } of fresh.slice(0, MOST_REASONS)) announce(`${name}: ${error?.message ?? ''}`)
    if (fresh.length > MOST_REASONS) {
      announce(`${countOf(fresh.length - MOST_REASONS, 'more file')} failed.`)
    }
  }

  function announceStatus(current: UploadQueueState): void {
    if (current.status === previous.status || current.items.length === 0) return
    if (current.status === 'idle') announce(`Finished: ${summarizeUploads(current)}.`)
    if (current.status === 'paused') announce('Uploads are paused.')
    if (current.status === 'offline') announce('Offline. Uploads continue when the network is back.')
    if (current.status === 'uploading' && previous.status === 'offline') announce('Online again.')
  }
}
