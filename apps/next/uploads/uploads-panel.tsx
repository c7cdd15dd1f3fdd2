'use client'

import { TokenNote } from './token-note'
import { UploadPanel } from './upload-panel'
import { useUploadSession } from './upload-session'

/** Renders the files of the signed-in user. */
export function UploadsPanel() {
  const { files } = useUploadSession()
  return (
    <>
      <UploadPanel
        uploads={files}
        hint="Any number of files and folders. Large files resume where they stopped."
      />
      <TokenNote />
    </>
  )
}
