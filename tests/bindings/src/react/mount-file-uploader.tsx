import { FileUploader } from '@secure-uploading/react/file-uploader'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { FileUploaderProps } from '../file-uploader-page.js'

export function mount(
  element: Element,
  { route, settings, onCompleted, onFailed }: FileUploaderProps,
): () => void {
  const root = createRoot(element)
  root.render(
    <StrictMode>
      <FileUploader route={route} {...settings} onCompleted={onCompleted} onFileUploadFailed={onFailed} />
    </StrictMode>,
  )
  return () => {
    root.unmount()
  }
}
