import { countOf } from '../format/count-of.js'
import { formatBytes } from '../format/format-bytes.js'
import type { Store } from '../state/create-store.js'
import { totalsOf, type Totals } from '../state/totals.js'
import { isUnfinished, type Upload } from '../state/upload.js'
import type { Uploads } from '../uploads/create-uploads.js'
import { onNextFrame } from './on-next-frame.js'
import { part } from './part.js'
import { setProgress } from './set-progress.js'

/** Shows the totals of all files and the actions for all of them. */
export function mountTotals(store: Store<readonly Upload[]>, uploads: Uploads): void {
  const title = part(document, 'totals-title', HTMLElement)
  const detail = part(document, 'totals-detail', HTMLElement)
  const failed = part(document, 'totals-failed', HTMLElement)
  const progress = part(document, 'totals-progress', HTMLElement)
  const bar = part(document, 'totals-bar', HTMLElement)
  const cancelAll = part(document, 'cancel-all', HTMLButtonElement)
  const retryFailed = part(document, 'retry-failed', HTMLButtonElement)
  const clearFinished = part(document, 'clear-finished', HTMLButtonElement)

  const act = (button: HTMLButtonElement, action: () => void): void => {
    button.addEventListener('click', () => {
      action()
      // The button may become hidden; the heading keeps the keyboard focus nearby.
      title.focus()
    })
  }
  act(cancelAll, uploads.cancelAll)
  act(retryFailed, uploads.retryFailed)
  act(clearFinished, uploads.clearFinished)

  function draw(): void {
    const current = store.get()
    const totals = totalsOf(current)
    const isBusy = totals.unfinishedFiles > 0
    title.textContent = titleOf(totals)
    detail.textContent = detailOf(totals)
    failed.textContent = totals.failedFiles > 0 ? ` · ${totals.failedFiles} failed` : ''
    setProgress(
      progress,
      bar,
      totals.bytes > 0 ? totals.sentBytes / totals.bytes : Number(totals.doneFiles > 0),
    )
    cancelAll.hidden = !isBusy
    retryFailed.hidden = isBusy || totals.failedFiles === 0
    clearFinished.hidden = isBusy || current.every(isUnfinished)
  }

  store.watch(onNextFrame(draw))
}

function titleOf({ files, doneFiles, unfinishedFiles }: Totals): string {
  if (files === 0) return 'Nothing uploaded'
  if (unfinishedFiles > 0) return `Uploading, ${doneFiles} of ${countOf(files, 'file')} done`
  return doneFiles === files
    ? `${countOf(files, 'file')} uploaded`
    : `${doneFiles} of ${countOf(files, 'file')} uploaded`
}

function detailOf({ bytes, sentBytes, bytesPerSecond, unfinishedFiles }: Totals): string {
  if (unfinishedFiles === 0) return formatBytes(bytes)
  const progress = `${formatBytes(sentBytes)} of ${formatBytes(bytes)}`
  return bytesPerSecond > 0 ? `${progress} · ${formatBytes(bytesPerSecond)}/s` : progress
}
