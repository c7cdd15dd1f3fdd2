'use client'

import type { UploadItem, UploadQueue } from '@secure-uploading/react'
import { Icon, type IconName } from './icon'

interface FileActionsProps {
  item: UploadItem
  queue: UploadQueue
  openDialog: () => void
}

/** Renders the buttons of one file. A button whose action changes stays the same element, so that it keeps the focus. */
export function FileActions({ item, queue, openDialog }: FileActionsProps) {
  const { id, name, status, uploaded } = item
  const main = mainAction(item, queue, openDialog)
  const isFinal = FINAL.includes(status)
  return (
    <div className="file__actions">
      {main && (
        <button className="icon-button" type="button" aria-label={main.label} onClick={main.act}>
          <Icon name={main.icon} />
        </button>
      )}
      {status === 'uploaded' && (
        <a
          className="icon-button"
          href={uploaded?.cdnUrl ?? undefined}
          target="_blank"
          rel="noopener"
          aria-label={`Open ${name}`}
        >
          <Icon name="open" />
        </a>
      )}
      <button
        className="icon-button"
        type="button"
        aria-label={`${isFinal ? 'Remove' : 'Cancel'} ${name}`}
        onClick={({ currentTarget }) => {
          if (isFinal) focusNeighbor(currentTarget)
          if (isFinal) queue.remove(id)
          else queue.cancel(id)
        }}
      >
        <Icon name="cross" />
      </button>
    </div>
  )
}

const FINAL: readonly UploadItem['status'][] = ['rejected', 'needs-file', 'failed', 'canceled', 'uploaded']

interface MainAction {
  label: string
  icon: IconName
  act: () => void
}

function mainAction(
  { id, name, status }: UploadItem,
  queue: UploadQueue,
  openDialog: () => void,
): MainAction | undefined {
  switch (status) {
    case 'queued':
    case 'uploading':
    case 'waiting':
      return { label: `Pause ${name}`, icon: 'pause', act: () => queue.pause(id) }
    case 'paused':
      return { label: `Resume ${name}`, icon: 'resume', act: () => queue.resume(id) }
    case 'failed':
    case 'canceled':
      return { label: `Try again: ${name}`, icon: 'retry', act: () => queue.retry(id) }
    case 'needs-file':
      return { label: `Choose ${name} again`, icon: 'upload', act: openDialog }
    case 'processing':
    case 'rejected':
    case 'uploaded':
      return undefined
  }
}

/** Moves the focus off a row that is about to be removed: to the next row, the previous one or the drop zone. */
function focusNeighbor(button: HTMLElement): void {
  const row = button.closest('li')
  const neighbor = row?.nextElementSibling ?? row?.previousElementSibling
  const target = neighbor
    ? neighbor.querySelector<HTMLElement>('.icon-button:last-child')
    : button.closest('.uploads')?.querySelector<HTMLElement>('.drop-zone button')
  target?.focus()
}
