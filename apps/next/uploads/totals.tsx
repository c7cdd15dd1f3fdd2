'use client'

import { describeTotals, summarizeUploads } from '@secure-uploading/demo-kit/texts'
import type { UseUploadQueueResult } from '@secure-uploading/react'
import { useRef } from 'react'

interface TotalsProps<Data> {
  uploads: UseUploadQueueResult<Data>
  titleId: string
}

/** Renders the summary of all files, their progress, and the actions for all of them. */
export function Totals<Data>({ uploads, titleId }: TotalsProps<Data>) {
  const { queue, items, status, counts, progress } = uploads
  const title = useRef<HTMLHeadingElement>(null)
  const isBusy = status !== 'idle'
  const openCount = counts.queued + counts.uploading + counts.processing + counts.paused + counts.waiting

  function action(label: string, isOffered: boolean, act: () => void) {
    if (!isOffered) return undefined
    const onClick = (): void => {
      // The button may disappear.
      title.current?.focus()
      act()
    }
    return (
      <button className="button quiet" type="button" onClick={onClick}>
        {label}
      </button>
    )
  }

  return (
    <div className="totals" data-status={status}>
      <div className="totals__text">
        <h2 className="totals__title" id={titleId} ref={title} tabIndex={-1}>
          {summarizeUploads(uploads)}
        </h2>
        <p className="totals__detail">{describeTotals(uploads)}</p>
      </div>
      <div className="totals__actions">
        {action('Pause all', isBusy && status !== 'paused', () => queue.pause())}
        {action('Resume all', status === 'paused', () => queue.resume())}
        {action('Cancel all', isBusy, () => queue.cancel())}
        {action('Retry failed', counts.failed > 0, () => {
          // `retry()` without an id also retries canceled files.
          for (const item of items) if (item.status === 'failed') queue.retry(item.id)
        })}
        {action('Clear list', !isBusy, () => {
          title.current?.closest('.uploads')?.querySelector<HTMLElement>('.drop-zone button')?.focus()
          for (const { id } of items) queue.remove(id)
        })}
      </div>
      {openCount > 0 && <progress className="totals__progress" aria-label="All files" value={progress} />}
    </div>
  )
}
