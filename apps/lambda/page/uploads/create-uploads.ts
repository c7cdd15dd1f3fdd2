import type { SecureUploadClient } from '@secure-uploading/client'
import { CancelError, Queue } from '@uploadcare/upload-client'
import type { Upload } from './upload.js'

const CONCURRENT_FILES = 4

/** The files of the page and the actions for them. */
export interface Uploads {
  readonly list: readonly Upload[]
  add: (files: Iterable<File>) => void
  cancel: (upload: Upload) => void
  cancelAll: () => void
}

/** Uploads files, four at a time, and calls `onChange` after each change. */
export function createUploads(client: SecureUploadClient, onChange: () => void): Uploads {
  const list: Upload[] = []
  const queue = new Queue(CONCURRENT_FILES)

  async function send(upload: Upload): Promise<void> {
    const { file, controller } = upload
    if (controller.signal.aborted) return
    change(upload, { status: 'uploading' })
    try {
      const { cdnUrl } = await client.uploadFile(file, {
        signal: controller.signal,
        onProgress: (progress) => {
          if (progress.isComputable) change(upload, { sentShare: progress.value })
        },
      })
      change(upload, { status: 'done', url: cdnUrl })
    } catch (error) {
      if (error instanceof CancelError) change(upload, { status: 'canceled' })
      else
        change(upload, {
          status: 'failed',
          reason: error instanceof Error ? error.message : 'The upload failed.',
        })
    }
  }

  function change(upload: Upload, changes: Partial<Upload>): void {
    Object.assign(upload, changes)
    onChange()
  }

  function cancel(upload: Upload): void {
    upload.controller.abort()
    // A queued upload has no request that could report the abort.
    if (upload.status === 'waiting') change(upload, { status: 'canceled' })
  }

  return {
    list,
    add(files) {
      for (const file of files) {
        const upload: Upload = { file, controller: new AbortController(), status: 'waiting', sentShare: 0 }
        list.push(upload)
        void queue.add(() => send(upload))
      }
      onChange()
    },
    cancel,
    cancelAll() {
      for (const upload of list) cancel(upload)
    },
  }
}
