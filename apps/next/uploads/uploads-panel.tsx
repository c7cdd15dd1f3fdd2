'use client'

import { DropZone } from './drop-zone'
import { TokenNote } from './token-note'
import { UploadList } from './upload-list'
import { useUploading } from './uploads-provider'

/** Renders the drop zone and the list of files. */
export function UploadsPanel() {
  const { uploads, tokenStats } = useUploading()
  return (
    <>
      <DropZone onFiles={uploads.add} />
      {uploads.list.length > 0 && <UploadList {...uploads} />}
      <TokenNote stats={tokenStats} />
    </>
  )
}
