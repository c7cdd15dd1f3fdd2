'use client'

import type { UploadItem, UploadQueue } from '@secure-uploading/react'
import { PauseIcon, PlayIcon, RotateCwIcon, XIcon } from 'lucide-react'
import type { ReactNode } from 'react'

interface ItemProps {
  item: UploadItem
  queue: UploadQueue
}

/** Renders the buttons of one upload: pause, resume or retry, and cancel or remove. */
export function UploadPanelRowActions({ item, queue }: ItemProps) {
  return (
    <div className="flex">
      <MainAction item={item} queue={queue} />
      <IconButton
        label={`${isFinal(item) ? 'Remove' : 'Cancel'} ${item.name}`}
        onClick={(button) => {
          if (isFinal(item)) {
            focusNeighbor(button)
            queue.remove(item.id)
          } else queue.cancel(item.id)
        }}
      >
        <XIcon />
      </IconButton>
    </div>
  )
}

// One button whose action changes, so that it keeps the focus.
function MainAction({ item: { id, name, status }, queue }: ItemProps) {
  switch (status) {
    case 'rejected':
    case 'needs-file':
    case 'processing':
    case 'uploaded':
      return null
    case 'failed':
    case 'canceled':
      return (
        <IconButton label={`Try again: ${name}`} onClick={() => queue.retry(id)}>
          <RotateCwIcon />
        </IconButton>
      )
    case 'paused':
      return (
        <IconButton label={`Resume ${name}`} onClick={() => queue.resume(id)}>
          <PlayIcon />
        </IconButton>
      )
    case 'queued':
    case 'uploading':
    case 'waiting':
      return (
        <IconButton label={`Pause ${name}`} onClick={() => queue.pause(id)}>
          <PauseIcon />
        </IconButton>
      )
  }
}

interface IconButtonProps {
  label: string
  onClick: (button: HTMLElement) => void
  children: ReactNode
}

function IconButton({ label, onClick, children }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={(event) => onClick(event.currentTarget)}
      className="inline-flex size-9 shrink-0 cursor-pointer items-center justify-center rounded-md text-muted-foreground hover:bg-accent hover:text-accent-foreground focus-visible:outline-2 focus-visible:outline-primary [&_svg]:size-4"
    >
      {children}
    </button>
  )
}

/** Returns whether an upload has ended, so that its row can be removed. */
export const isFinal = ({ status }: UploadItem): boolean =>
  ['rejected', 'needs-file', 'failed', 'canceled', 'uploaded'].includes(status)

/** Moves the focus off a row that is about to be removed: to the next row, the previous one or the drop zone. */
function focusNeighbor(button: HTMLElement): void {
  const row = button.closest('li')
  const neighbor = row?.nextElementSibling ?? row?.previousElementSibling
  const target = neighbor
    ? neighbor.querySelector<HTMLElement>('button:last-of-type')
    : button.closest('[data-slot=upload-panel]')?.querySelector<HTMLElement>('[data-slot=drop-zone]')
  target?.focus()
}
