'use client'

import { DropZone } from './drop-zone'
import { TokenNote } from './token-note'
import { UploadList } from './upload-list'
import { useUploading } from './uploads-provider'

/** Where files are dropped, and the list of those that were. */
export function UploadsPanel() {
  const { uploads, tokenNews } = useUploading()
  return (
    <>
      <DropZone onFiles={uploads.add} />
      {uploads.list.length > 0 && <UploadList {...uploads} />}
      <TokenNote news={tokenNews} />
    </>
  )
}
