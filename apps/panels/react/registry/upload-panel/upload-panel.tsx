'use client'

import {
  useDropZone,
  useUploadQueue,
  type DropZoneOptions,
  type UploadQueueOptions,
  type UseUploadQueueResult,
} from '@secure-uploading/react'
import { UploadIcon } from 'lucide-react'
import { useId, useRef } from 'react'
import { UploadPanelList } from '@/components/upload-panel-list'
import { ProgressBar } from '@/components/upload-panel-row'
import { countOpen, describeQueue, summarizeUploads } from '@/lib/describe-upload'
import { cn } from '@/lib/utils'

interface PanelProps extends Pick<DropZoneOptions, 'accept' | 'paste'> {
  /** Which files are accepted, in words: "PNG or JPEG, up to 5 MB". */
  hint?: string | undefined
  className?: string | undefined
}

export type UploadPanelProps = UploadQueueOptions & PanelProps

/**
 * Renders a drop zone and the list of uploads with pause, resume, retry and cancel. Give it the id of the user as `key`, so that
 * signing out aborts the uploads and empties the list.
 */
export function UploadPanel({ hint, className, paste, ...options }: UploadPanelProps) {
  const uploads = useUploadQueue(options)
  return <UploadQueuePanel {...{ uploads, hint, className, paste, accept: options.accept }} />
}

interface UploadQueuePanelProps<Data> extends PanelProps {
  uploads: UseUploadQueueResult<Data>
}

/** Renders the panel of a queue that outlives it, for example one that a layout keeps across pages. */
export function UploadQueuePanel<Data>({ uploads, hint, className, ...zone }: UploadQueuePanelProps<Data>) {
  const { queue, ...state } = uploads
  const { getRootProps, getInputProps, isDragActive } = useDropZone(queue, zone)
  const titleId = useId()
  const root = useRef<HTMLDivElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const isIdle = state.status === 'idle'

  function action(label: string, act: () => void) {
    const onClick = () => {
      // The button may disappear.
      title.current?.focus()
      act()
    }
    return (
      <button
        type="button"
        onClick={onClick}
        className="h-8 cursor-pointer rounded-md border bg-background px-3 text-sm font-medium hover:bg-accent hover:text-accent-foreground focus-visible:outline-2 focus-visible:outline-primary"
      >
        {label}
      </button>
    )
  }

  return (
    <section
      data-slot="upload-panel"
      aria-label="Upload files"
      className={cn('grid min-w-0 gap-4 text-foreground', className)}
    >
      <div
        {...getRootProps()}
        ref={root}
        data-slot="drop-zone"
        className={cn(
          'flex cursor-pointer flex-col items-center gap-2 rounded-xl border-2 border-dashed border-input bg-card px-4 text-center text-card-foreground outline-offset-2 focus-visible:outline-2 focus-visible:outline-primary',
          state.items.length > 0 ? 'py-4' : 'py-10',
          isDragActive ? 'border-primary bg-accent text-accent-foreground' : 'hover:border-primary',
        )}
      >
        <input {...getInputProps()} />
        <UploadIcon aria-hidden className="size-6 text-primary" />
        <span className="font-medium">{isDragActive ? 'Drop to upload' : 'Drop files here'}</span>
        <span className="text-sm underline underline-offset-4">or choose files</span>
        {hint !== undefined && <span className="text-sm">{hint}</span>}
      </div>
      {state.items.length > 0 && (
        <section
          aria-labelledby={titleId}
          className="min-w-0 overflow-hidden rounded-xl border bg-card text-card-foreground"
        >
          <header className="grid gap-2 border-b px-4 py-3">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <h2
                id={titleId}
                aria-live="polite"
                tabIndex={-1}
                ref={title}
                className="text-sm font-semibold outline-none"
              >
                {summarizeUploads(state)}
              </h2>
              <div className="flex flex-wrap gap-2">
                {!isIdle &&
                  action(state.status === 'paused' ? 'Resume all' : 'Pause all', () => {
                    if (state.status === 'paused') queue.resume()
                    else queue.pause()
                  })}
                {countOpen(state) > 0 && action('Cancel all', () => queue.cancel())}
                {state.counts.failed > 0 && action('Retry failed', () => queue.retry())}
                {isIdle &&
                  action('Clear list', () => {
                    queue.clear()
                    root.current?.focus()
                  })}
              </div>
            </div>
            {countOpen(state) > 0 && <ProgressBar label="All files" value={state.progress} />}
            {!isIdle && (
              <p className="min-h-5 text-sm text-muted-foreground tabular-nums">{describeQueue(state)}</p>
            )}
          </header>
          <UploadPanelList items={state.items} queue={queue} />
        </section>
      )}
    </section>
  )
}
