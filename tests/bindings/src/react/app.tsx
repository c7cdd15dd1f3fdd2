import { useDropZone, useUploadQueue, type UploadItem, type UploadQueue } from '@secure-uploading/react'
import { memo, useEffect } from 'react'
import type { AppProps } from '../binding.js'

const ALL = ['start', 'pause', 'resume', 'cancel', 'retry', 'clear'] as const
const ACTIONS = ['pause', 'resume', 'cancel', 'retry', 'remove'] as const

/** The app that the suite drives. The apps of the other frameworks render the same elements and attributes. */
export function App({ options, zone, onRowRender, onQueue }: AppProps) {
  const { queue, items, status, progress } = useUploadQueue(options)
  const { getRootProps, getInputProps, isDragActive } = useDropZone(queue, zone)
  useEffect(() => {
    onQueue(queue)
  }, [onQueue, queue])
  return (
    <main>
      <div {...getRootProps()} data-zone="" data-drag-active={String(isDragActive)}>
        Drop files here
        <input {...getInputProps()} data-input="" />
      </div>
      <output data-queue="" data-status={status} data-progress={progress} />
      {ALL.map((name) => (
        <button key={name} type="button" data-all={name} onClick={() => queue[name]()}>
          {name}
        </button>
      ))}
      <ol>
        {items.map((item) => (
          <Row key={item.id} item={item} queue={queue} onRowRender={onRowRender} />
        ))}
      </ol>
    </main>
  )
}

interface RowProps extends Pick<AppProps, 'onRowRender'> {
  item: UploadItem
  queue: UploadQueue
}

const Row = memo(function Row({ item, queue, onRowRender }: RowProps) {
  onRowRender(item.name)
  return (
    <li
      data-item={item.name}
      data-status={item.status}
      data-progress={item.progress}
      data-error={item.error?.message}
    >
      {item.type.startsWith('image/') && <img alt="" src={queue.preview(item.id)} />}
      {item.name}
      {ACTIONS.map((name) => (
        <button key={name} type="button" data-action={name} onClick={() => queue[name](item.id)}>
          {name}
        </button>
      ))}
    </li>
  )
})
