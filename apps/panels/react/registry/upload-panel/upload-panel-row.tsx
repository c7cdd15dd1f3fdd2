'use client'

import type { UploadItem, UploadQueue } from '@secure-uploading/react'
import { CheckIcon, FileIcon, TriangleAlertIcon } from 'lucide-react'
import { memo, useEffect, useState, type Ref } from 'react'
import { UploadPanelFileName } from '@/components/upload-panel-file-name'
import { isFinal, UploadPanelRowActions } from '@/components/upload-panel-row-actions'
import { describeUpload } from '@/lib/describe-upload'
import { displayText } from '@/lib/split-file-name'
import { cn } from '@/lib/utils'

interface UploadPanelRowProps {
  item: UploadItem
  queue: UploadQueue
  index: number
  /** The number of all rows, most of which are not rendered. */
  count: number
  topPx: number
  ref: Ref<HTMLLIElement>
}

/** Renders one upload: name, status, progress and its buttons. Renders again only when its item or its place changed. */
export const UploadPanelRow = memo(function UploadPanelRow(props: UploadPanelRowProps) {
  const { queue, index, count, topPx, ref } = props
  const name = displayText(props.item.name)
  const item = { ...props.item, name }
  const { status, uploaded } = item
  const nowMs = useNowWhile(item.waitingFor?.reason === 'retry')
  const isFailed = status === 'failed' || status === 'rejected'
  return (
    <li
      ref={ref}
      title={name}
      data-status={status}
      data-index={index}
      aria-setsize={count}
      aria-posinset={index + 1}
      style={{ transform: `translateY(${topPx}px)` }}
      className="absolute inset-x-0 top-0 grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 py-3 pr-2 pl-4 not-aria-[posinset=1]:border-t"
    >
      <Thumbnail item={item} queue={queue} />
      <div className="min-w-0 text-sm">
        <p className="flex font-medium">
          {uploaded?.cdnUrl ? (
            <a
              href={uploaded.cdnUrl}
              target="_blank"
              rel="noopener"
              aria-label={`Open ${name}`}
              className="min-w-0 underline-offset-4 hover:underline"
            >
              <UploadPanelFileName name={name} />
            </a>
          ) : (
            <span className="min-w-0">
              <span className="sr-only">{name}</span>
              <UploadPanelFileName name={name} />
            </span>
          )}
        </p>
        <p
          className={cn(
            'flex gap-1.5 wrap-anywhere tabular-nums [&_svg]:mt-0.5 [&_svg]:size-4 [&_svg]:shrink-0',
            isFailed ? 'text-destructive' : 'text-muted-foreground',
          )}
        >
          {status === 'uploaded' && <CheckIcon aria-hidden className="text-primary" />}
          {isFailed && <TriangleAlertIcon aria-hidden />}
          {describeUpload(item, nowMs)}
        </p>
      </div>
      <UploadPanelRowActions item={item} queue={queue} />
      {!isFinal(item) && (
        <ProgressBar className="col-span-full mt-2 mr-2" label={name} value={item.progress} />
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

// Decoding a larger image for a thumbnail would block the page.
const MAX_PREVIEW_BYTES = 25_000_000

/** Renders an image that the browser can display: the local file first, and the uploaded file after the upload. */
function Thumbnail({
  item: { id, type, sizeBytes, status, uploaded },
  queue,
}: Pick<UploadPanelRowProps, 'item' | 'queue'>) {
  const [brokenUrl, setBrokenUrl] = useState<string>()
  const isImage = type.startsWith('image/') && sizeBytes > 0 && sizeBytes <= MAX_PREVIEW_BYTES
  const url = isImage && status !== 'rejected' ? (uploaded?.cdnUrl ?? queue.preview(id)) : undefined
  return (
    <div className="grid size-10 place-items-center overflow-hidden rounded-md bg-accent text-muted-foreground">
      {url === undefined || url === brokenUrl ? (
        <FileIcon aria-hidden className="size-5" />
      ) : (
        <img alt="" src={url} onError={() => setBrokenUrl(url)} className="size-full object-cover" />
      )}
    </div>
  )
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
