import type { UploadItem, UploadQueue } from '@secure-uploading/vue'
import type { ICON_PATHS } from './icon-paths'

interface MainAction {
  label: string
  icon: keyof typeof ICON_PATHS
  act: () => void
}

/** Returns the action of the first button of a row: pause, resume or retry. It is one button, so that it keeps the focus. */
export function mainAction({ id, name, status }: UploadItem, queue: UploadQueue): MainAction | undefined {
  switch (status) {
    case 'rejected':
    case 'needs-file':
    case 'processing':
    case 'uploaded':
      return undefined
    case 'failed':
    case 'canceled':
      return { label: `Try again: ${name}`, icon: 'retry', act: () => queue.retry(id) }
    case 'paused':
      return { label: `Resume ${name}`, icon: 'resume', act: () => queue.resume(id) }
    case 'queued':
    case 'uploading':
    case 'waiting':
      return { label: `Pause ${name}`, icon: 'pause', act: () => queue.pause(id) }
  }
}

/** Returns the icon before the description of an upload. */
export function statusIcon({ status }: UploadItem): 'done' | 'failed' | undefined {
  if (status === 'uploaded') return 'done'
  return status === 'failed' || status === 'rejected' ? 'failed' : undefined
}

// Decoding a larger image for a thumbnail would block the page.
const MAX_PREVIEW_BYTES = 25_000_000

/** Returns the address of an image: of the local file first, and of the uploaded file after the upload. */
export function thumbnailUrl(item: UploadItem, queue: UploadQueue): string | undefined {
  const { id, type, sizeBytes, status, uploaded } = item
  const isImage = type.startsWith('image/') && sizeBytes > 0 && sizeBytes <= MAX_PREVIEW_BYTES
  return isImage && status !== 'rejected' ? (uploaded?.cdnUrl ?? queue.preview(id)) : undefined
}

/** Returns whether an upload has ended, so that its row can be removed. */
export const isFinal = ({ status }: UploadItem): boolean =>
  ['rejected', 'needs-file', 'failed', 'canceled', 'uploaded'].includes(status)

/** Moves the focus off a row that is about to be removed: to the next row, the previous one or the drop zone. */
export function focusNeighbor(button: HTMLElement): void {
  const row = button.closest('li')
  const neighbor = row?.nextElementSibling ?? row?.previousElementSibling
  const target = neighbor
    ? neighbor.querySelector<HTMLElement>('button:last-of-type')
    : button.closest('.upload-panel')?.querySelector<HTMLElement>('.upload-panel-zone')
  target?.focus()
}
