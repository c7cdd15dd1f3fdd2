'use client'

import { useDropZone, type UseUploadQueueResult } from '@secure-uploading/react'
import { useId, type ReactNode } from 'react'
import { FileRow } from './file-row'
import { Icon } from './icon'
import { Totals } from './totals'

interface UploadPanelProps<Data> {
  uploads: UseUploadQueueResult<Data>
  /** Which files are accepted, in words. */
  hint: ReactNode
  accept?: readonly string[]
}

/** Renders a drop zone and the files of a queue. */
export function UploadPanel<Data>({ uploads, hint, accept }: UploadPanelProps<Data>) {
  const { queue, items } = uploads
  const { getRootProps, getInputProps, isDragActive, open } = useDropZone(queue, { accept, paste: 'page' })
  // Files may be dropped on the list, too. The button in the zone opens the dialog with the keyboard.
  const { onClick, onKeyDown: _, ...dropTarget } = getRootProps({ role: undefined, tabIndex: undefined })
  const titleId = useId()
  return (
    <div
      {...dropTarget}
      className="uploads"
      data-has-files={items.length > 0 || undefined}
      data-drag-active={isDragActive || undefined}
    >
      <div className="drop-zone" onClick={onClick}>
        <Icon name="upload" />
        <p className="drop-zone__title">
          {isDragActive ? (
            'Drop to upload'
          ) : (
            <>
              <span className="for-mouse">Drop files or folders here</span>
              <span className="for-touch">Add your files</span>
            </>
          )}
        </p>
        <button className="button primary" type="button" onClick={open}>
          Choose files
        </button>
        <input {...getInputProps()} />
        <p className="drop-zone__hint">{hint}</p>
      </div>
      {items.length > 0 && (
        <section className="files" aria-labelledby={titleId}>
          <Totals uploads={uploads} titleId={titleId} />
          <div className="files__scroll" tabIndex={0} role="group" aria-label="Files">
            <ul className="files__list files__list--static" role="list">
              {items.map((item) => (
                <FileRow key={item.id} item={item} queue={queue} openDialog={open} />
              ))}
            </ul>
          </div>
        </section>
      )}
    </div>
  )
}
