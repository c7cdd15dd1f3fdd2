'use client'

import { UploadQueuePanel } from '@/components/upload-panel'
import { TokenNote } from './token-note'
import { useUploadSession } from './upload-session'

/** Renders the files of the signed-in user. */
export function UploadsPanel() {
  const { files } = useUploadSession()
  return (
    <>
      <UploadQueuePanel
        uploads={files}
        paste="page"
        hint="Any number of files and folders. Large files resume where they stopped."
      />
      <TokenNote />
    </>
  )
}
