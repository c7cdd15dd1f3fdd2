import type { UploadQueue, UploadQueueState } from '@secure-uploading/client/queue'
import { html, nothing, type TemplateResult } from 'lit-html'
import { describeTotals, summarizeUploads } from './summarize-uploads'

/**
 * The summary of all files, their progress while there is something to send, and the actions for all of them.
 *
 * @param focusTitle moves the focus to the summary, because the button that was pressed may disappear
 */
export function totalsView(
  queue: UploadQueue,
  state: UploadQueueState,
  titleId: string,
  focusTitle: () => void,
): TemplateResult {
  const { status, counts, items } = state
  const isBusy = status !== 'idle'
  const ended = counts.uploaded + counts.failed + counts.rejected + counts.canceled
  const hasUnfinished = isBusy && ended < items.length
  const act = (label: string, isOffered: boolean, action: () => void): TemplateResult | typeof nothing =>
    isOffered
      ? html`<button
          class="button quiet"
          type="button"
          @click=${() => {
            action()
            focusTitle()
          }}
        >
          ${label}
        </button>`
      : nothing

  return html`
    <div class="totals" data-status=${status}>
      <div class="totals__text">
        <h2 class="totals__title" id=${titleId} tabindex="-1">${summarizeUploads(state)}</h2>
        <p class="totals__detail">${describeTotals(state)}</p>
      </div>
      <div class="totals__actions">
        ${act('Pause all', isBusy && status !== 'paused', () => queue.pause())}
        ${act('Resume all', status === 'paused', () => queue.resume())}
        ${act('Cancel all', hasUnfinished, () => queue.cancel())}
        ${act('Retry failed', counts.failed > 0, () => queue.retry())}
        ${act('Clear list', !hasUnfinished, () => queue.clear())}
      </div>
      ${
        hasUnfinished
          ? html`<progress
              class="totals__progress"
              aria-label="All files"
              .value=${state.progress}
            ></progress>`
          : nothing
      }
    </div>
  `
}
