'use client'

import { describeUpload, splitFileName } from '@secure-uploading/demo-kit/texts'
import type { UploadItem, UploadQueue } from '@secure-uploading/react'
import { memo, type CSSProperties } from 'react'
import { FileActions } from './file-actions'
import { FileThumb } from './file-thumb'
import { Icon } from './icon'
import { useNowWhile } from './use-now-while'

interface FileRowProps {
  item: UploadItem
  queue: UploadQueue
  openDialog: () => void
}

/** Renders one file: its name, status and actions. Renders again only when its item changed. */
export const FileRow = memo(function FileRow({ item, queue, openDialog }: FileRowProps) {
  const { name, status, progress } = item
  const nowMs = useNowWhile(item.waitingFor?.reason === 'retry')
  const { stem, extension } = splitFileName(name)
  const style: CSSProperties & Record<'--extension-length', number> = {
    '--extension-length': extension.length,
  }
  return (
    <li className="file" title={name} data-status={status} style={style}>
      <div className="file__thumb">
        <FileThumb item={item} queue={queue} />
      </div>
      <div className="file__text">
        <p className="file__name">
          <bdi className="file__stem">{stem}</bdi>
          <bdi>{extension}</bdi>
        </p>
        <p className="file__detail">
          {status === 'uploaded' && <Icon name="check" />}
          {(status === 'failed' || status === 'rejected') && <Icon name="warning" />}
          <span>{describeUpload(item, nowMs)}</span>
        </p>
        {IN_PROGRESS.includes(status) && (
          <progress className="file__progress" aria-label={name} value={progress} />
        )}
      </div>
      <FileActions item={item} queue={queue} openDialog={openDialog} />
    </li>
  )
})

const IN_PROGRESS: readonly UploadItem['status'][] = ['uploading', 'processing', 'paused', 'waiting']
