import icons from '../icons.svg?no-inline'
import { isUnfinished, type Upload } from '../state/upload.js'
import { cloneTemplate } from './clone-template.js'
import { createPreview } from './create-preview.js'
import { describeTimeLeft, describeUpload } from './describe-upload.js'
import { part } from './part.js'
import { setProgress } from './set-progress.js'
import { splitFileName } from './split-file-name.js'

export interface FileRow {
  readonly element: HTMLElement
  readonly show: (upload: Upload) => void
}

export interface FileRowActions {
  cancel: () => void
  retry: () => void
}

/** Creates the row of one file. The name is set as text only, because it may contain markup. */
export function createFileRow(upload: Upload, actions: FileRowActions): FileRow {
  const element = cloneTemplate('file-row')
  const detail = part(element, 'detail', HTMLElement)
  const left = part(element, 'left', HTMLElement)
  const mark = part(element, 'mark', SVGUseElement)
  const link = part(element, 'link', HTMLAnchorElement)
  const retry = part(element, 'retry', HTMLButtonElement)
  const cancel = part(element, 'cancel', HTMLButtonElement)
  const progress = part(element, 'progress', HTMLElement)
  const bar = part(element, 'bar', HTMLElement)
  const preview = createPreview(part(element, 'preview', HTMLImageElement), upload)
  let shown: Upload | undefined

  const { name } = upload.file
  const { stem, extension } = splitFileName(name)
  part(element, 'stem', HTMLElement).textContent = stem
  element.style.setProperty('--extension-length', String(extension.length))
  part(element, 'extension', HTMLElement).textContent = extension
  element.title = name
  link.setAttribute('aria-label', `Open ${name}`)
  retry.setAttribute('aria-label', `Try again: ${name}`)
  cancel.setAttribute('aria-label', `Cancel ${name}`)
  progress.setAttribute('aria-label', name)
  retry.addEventListener('click', actions.retry)
  cancel.addEventListener('click', actions.cancel)

  function show(next: Upload): void {
    if (next === shown) return
    const { kind } = next.status
    const hadFocus = element.contains(document.activeElement)
    element.dataset['state'] = kind
    detail.textContent = describeUpload(next)
    left.textContent = describeTimeLeft(next)
    mark.setAttribute('href', `${icons}#icon-${kind === 'done' ? 'check' : 'cross'}`)
    cancel.hidden = !isUnfinished(next)
    retry.hidden = kind !== 'failed' && kind !== 'canceled'
    link.hidden = kind !== 'done'
    if (next.status.kind === 'done' && shown?.status.kind !== 'done') {
      link.href = next.status.url
      preview.showUploaded(next.status.url)
    }
    const share = shareOf(next)
    setProgress(progress, bar, share)
    progress.hidden = kind !== 'uploading'
    progress.toggleAttribute('data-finishing', share === 1)
    // Moves the focus from a button that is now hidden to the visible one, so that keyboard users keep their place.
    if (hadFocus && shown?.status.kind !== kind) [cancel, retry, link].find(({ hidden }) => !hidden)?.focus()
    shown = next
  }

  show(upload)
  return { element, show }
}

function shareOf({ file, status }: Upload): number {
  if (status.kind === 'done') return 1
  return status.kind === 'uploading' && file.size > 0 ? status.sentBytes / file.size : 0
}
