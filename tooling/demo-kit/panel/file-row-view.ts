import type { UploadItem, UploadQueue } from '@secure-uploading/client/queue'
import { html, nothing, type TemplateResult } from 'lit-html'
import { ref } from 'lit-html/directives/ref.js'
import { cssVariables } from './css-variables'
import { describeUpload } from './describe-upload'
import { icon } from './icon'
import type { IconName } from './icon-paths'
import { displayText, splitFileName } from './split-file-name'

/** What rows share. */
export interface FileRows {
  queue: UploadQueue
  count: number
  nowMs: number
  note: (item: UploadItem) => string | undefined
  openDialog: () => void
  measure: (element?: Element) => void
  remove: (id: string, index: number) => void
}

/** The row of one file. Its name is text only, because it may contain markup. */
export function fileRowView(rows: FileRows, given: UploadItem, index: number, topPx: number): TemplateResult {
  const item = { ...given, name: displayText(given.name) }
  const { name, status } = item
  const isFinal = FINAL.includes(status)
  return html`
    <li
      class="file"
      title=${name}
      data-status=${status}
      data-index=${index}
      aria-setsize=${rows.count}
      aria-posinset=${index + 1}
      ${cssVariables({ '--top': `${topPx}px` })}
      ${ref(rows.measure)}
    >
      <div class="file__thumb">${thumbView(rows.queue, item)}</div>
      <div class="file__text">
        <p>
          <span class="visually-hidden">${name}</span>
          ${nameView(name)}
        </p>
        <p class="file__detail">${markView(item)}<span>${describeUpload(item, rows.nowMs)}</span></p>
        ${noteView(rows.note(item))}
        ${
          IN_PROGRESS.includes(status)
            ? html`<progress class="file__progress" aria-label=${name} .value=${item.progress}></progress>`
            : nothing
        }
      </div>
      <div class="file__actions">
        ${actionView(rows, item)}
        <button
          class="icon-button"
          type="button"
          aria-label="${isFinal ? 'Remove' : 'Cancel'} ${name}"
          @click=${() => {
            if (isFinal) rows.remove(item.id, index)
            else rows.queue.cancel(item.id)
          }}
        >
          ${icon('cross')}
        </button>
      </div>
    </li>
  `
}

/** The end of the name stays visible when it is truncated. */
function nameView(name: string): TemplateResult {
  const { start, end, extension } = splitFileName(name)
  const stem = html`<bdi><span>${start}</span><span>${end}</span></bdi>`
  return html`<span class="file__name" aria-hidden="true" data-slot="file-name" dir="ltr"
    >${stem}<bdi>${extension}</bdi></span
  >`
}

const FINAL: readonly UploadItem['status'][] = ['rejected', 'needs-file', 'failed', 'canceled', 'uploaded']
const IN_PROGRESS: readonly UploadItem['status'][] = ['uploading', 'processing', 'paused', 'waiting']

function actionView({ queue, openDialog }: FileRows, item: UploadItem): TemplateResult | typeof nothing {
  const { id, name, status, uploaded } = item
  switch (status) {
    case 'uploaded':
      return html`<a
        class="icon-button"
        href=${uploaded?.cdnUrl ?? nothing}
        target="_blank"
        rel="noopener"
        aria-label="Open ${name}"
        >${icon('open')}</a
      >`
    case 'paused':
      return buttonView(`Resume ${name}`, 'resume', () => queue.resume(id))
    case 'failed':
    case 'canceled':
      return buttonView(`Try again: ${name}`, 'retry', () => queue.retry(id))
    case 'needs-file':
      return buttonView(`Choose ${name} again`, 'upload', openDialog)
    case 'rejected':
    case 'processing':
      return nothing
    case 'queued':
    case 'uploading':
    case 'waiting':
      return buttonView(`Pause ${name}`, 'pause', () => queue.pause(id))
  }
}

/** All of these are one element for lit, so that the focus stays when the action changes. */
const buttonView = (label: string, image: IconName, act: () => void): TemplateResult =>
  html`<button class="icon-button" type="button" aria-label=${label} @click=${act}>${icon(image)}</button>`

function markView({ status }: UploadItem): TemplateResult | typeof nothing {
  if (status === 'uploaded') return icon('check')
  return status === 'failed' || status === 'rejected' ? icon('warning') : nothing
}

const noteView = (note: string | undefined): TemplateResult | typeof nothing =>
  note === undefined ? nothing : html`<p class="file__note">${note}</p>`

// Decoding a larger image for a thumbnail would block the page.
const MAX_PREVIEW_BYTES = 25_000_000

/** Shows the image: the local file first, and the uploaded file after the upload. */
function thumbView(queue: UploadQueue, item: UploadItem): TemplateResult {
  const { id, type, sizeBytes, uploaded, status } = item
  const isShown = type.startsWith('image/') && sizeBytes > 0 && sizeBytes <= MAX_PREVIEW_BYTES
  const url = isShown && status !== 'rejected' ? (uploaded?.cdnUrl ?? queue.preview(id)) : undefined
  return html`${icon('file')}${
    url === undefined ? nothing : html`<img alt="" src=${url} @load=${show} @error=${hide} />`
  }`
}

// Formats that the browser cannot display keep the file icon.
const setHidden =
  (isHidden: boolean) =>
  ({ currentTarget }: Event): void => {
    if (currentTarget instanceof HTMLImageElement) currentTarget.hidden = isHidden
  }
const show = setHidden(false)
const hide = setHidden(true)
