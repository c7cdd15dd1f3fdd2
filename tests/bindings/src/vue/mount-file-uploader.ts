import { FileUploader } from '@secure-uploading/vue/file-uploader'
import { createApp, h } from 'vue'
import type { FileUploaderProps } from '../file-uploader-page.js'

export function mount(element: Element, props: FileUploaderProps): () => void {
  const { route, settings, onCompleted, onFailed } = props
  const attributes = { ...settings, route, onCompleted, onFileUploadFailed: onFailed }
  const app = createApp({ render: () => h(FileUploader, attributes) })
  app.mount(element)
  return () => {
    app.unmount()
  }
}
