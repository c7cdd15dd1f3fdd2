'use client'

import type { UploadItem, UploadQueue } from '@secure-uploading/react'
import {
  CircleCheckIcon,
  CircleXIcon,
  FileIcon,
  PauseIcon,
  PlayIcon,
  RotateCwIcon,
  XIcon,
} from 'lucide-react'
import { memo, useEffect, useState, type ReactNode } from 'react'
import { describeUpload } from '@/lib/describe-upload'
import { cn } from '@/lib/utils'

interface UploadPanelRowProps {
  item: UploadItem
  queue: UploadQueue
}

/** Renders one upload: name, status, progress and its buttons. Renders again only when its item changed. */
export const UploadPanelRow = memo(function UploadPanelRow({ item, queue }: UploadPanelRowProps) {
  const nowMs = useNowWhile(item.waitingFor?.reason === 'retry')
  const isFailed = item.status === 'failed' || item.status === 'rejected'
  return (
    <li
      data-status={item.status}
      className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-t px-4 py-3 [contain-intrinsic-size:auto_4.25rem] [content-visibility:auto] first:border-t-0"
    >
      <StatusIcon status={item.status} />
      <div className="min-w-0">
        <p className="truncate text-sm font-medium" title={item.name}>
          <bdi>{item.name}</bdi>
        </p>
        <p className={cn('text-sm tabular-nums', isFailed ? 'text-destructive' : 'text-muted-foreground')}>
          {describeUpload(item, nowMs)}
        </p>
      </div>
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
      {!isFinal(item) && (
        <ProgressBar className="col-span-full mt-2" label={item.name} value={item.progress} />
      )}
    </li>
  )
})

interface ProgressBarProps {
  label: string
  /** From 0 to 1. */
  value: number
  className?: string
}

/** Renders a progress bar. */
export function ProgressBar({ label, value, className }: ProgressBarProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuenow={Math.floor(value * 100)}
      className={cn('h-1 overflow-hidden rounded-full bg-primary/20', className)}
    >
      <div
        className="h-full origin-left rounded-full bg-primary motion-safe:transition-transform"
        style={{ transform: `scaleX(${value})` }}
      />
    </div>
  )
}

// One button whose action changes, so that it keeps the focus.
function MainAction({ item: { id, name, status }, queue }: UploadPanelRowProps) {
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

function StatusIcon({ status }: Pick<UploadItem, 'status'>) {
  if (status === 'uploaded') return <CircleCheckIcon aria-hidden className="size-5 text-primary" />
  if (status === 'failed' || status === 'rejected')
    return <CircleXIcon aria-hidden className="size-5 text-destructive" />
  return <FileIcon aria-hidden className="size-5 text-muted-foreground" />
}

const isFinal = ({ status }: UploadItem): boolean =>
  status === 'rejected' || status === 'failed' || status === 'canceled' || status === 'uploaded'

/** Moves the focus off a row that is about to be removed: to the next row, the previous one or the drop zone. */
function focusNeighbor(button: HTMLElement): void {
  const row = button.closest('li')
  const neighbor = row?.nextElementSibling ?? row?.previousElementSibling
  const target = neighbor
    ? neighbor.querySelector<HTMLElement>('button:last-of-type')
    : button.closest('[data-slot=upload-panel]')?.querySelector<HTMLElement>('[data-slot=drop-zone]')
  target?.focus()
}

/** Returns the time in Unix milliseconds, updated every second while `isRunning`. */
function useNowWhile(isRunning: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    if (!isRunning) return
    const update = () => setNowMs(Date.now())
    update()
    const timer = setInterval(update, 1000)
    return () => clearInterval(timer)
  }, [isRunning])
  return nowMs
}
