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

/** Returns the icon of a status. */
export function statusIcon({ status }: UploadItem): keyof typeof ICON_PATHS {
  if (status === 'uploaded') return 'done'
  return status === 'failed' || status === 'rejected' ? 'failed' : 'file'
}

/** Returns whether an upload has ended, so that its row can be removed. */
export const isFinal = ({ status }: UploadItem): boolean =>
  status === 'rejected' || status === 'failed' || status === 'canceled' || status === 'uploaded'

/** Moves the focus off a row that is about to be removed: to the next row, the previous one or the drop zone. */
export function focusNeighbor(button: HTMLElement): void {
  const row = button.closest('li')
  const neighbor = row?.nextElementSibling ?? row?.previousElementSibling
  const target = neighbor
    ? neighbor.querySelector<HTMLElement>('button:last-of-type')
    : button.closest('.upload-panel')?.querySelector<HTMLElement>('.upload-panel-zone')
  target?.focus()
}
