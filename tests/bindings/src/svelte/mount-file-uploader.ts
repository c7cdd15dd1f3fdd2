import { FileUploader } from '@secure-uploading/svelte/file-uploader'
import { mount as mountComponent, unmount } from 'svelte'
import type { FileUploaderProps } from '../file-uploader-page.js'

export function mount(target: Element, props: FileUploaderProps): () => void {
  const { route, settings, onCompleted, onFailed } = props
  const component = mountComponent(FileUploader, {
    target,
    props: { ...settings, route, oncompleted: onCompleted, 'onfile-upload-failed': onFailed },
  })
  return () => {
    void unmount(component)
  }
}
