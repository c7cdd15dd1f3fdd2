import { isSecureUploadError, type SecureUploadClient } from '@secure-uploading/client'
import { Queue } from '@uploadcare/upload-client'
import type { Store } from '../state/create-store.js'
import { isUnfinished, type Upload, type UploadStatus } from '../state/upload.js'
import { createSpeedMeter } from './create-speed-meter.js'
import { explainFailure } from './explain-failure.js'

/** The actions that the page offers for its files. */
export interface Uploads {
  add: (files: Iterable<File>) => void
  cancel: (id: number) => void
  cancelAll: () => void
  retry: (id: number) => void
  retryFailed: () => void
  /** Stops queued and running uploads, and shows the reason in their rows. */
  failUnfinished: (reason: string) => void
  clearFinished: () => void
}

export interface UploadsOptions {
  client: Pick<SecureUploadClient, 'uploadFile'>
  store: Store<readonly Upload[]>
  /** Number of files that are uploaded at the same time. */
  concurrency: number
  /** Called when the token endpoint answered 401. */
  onSignedOut: () => void
}

export function createUploads({ client, store, concurrency, onSignedOut }: UploadsOptions): Uploads {
  const queue = new Queue(concurrency)
  const abortControllers = new Map<number, AbortController>()
  let lastId = 0

  function add(files: Iterable<File>): void {
    const added = Array.from(files, (file): Upload => ({ id: ++lastId, file, status: { kind: 'waiting' } }))
    store.set([...store.get(), ...added])
    for (const upload of added) enqueue(upload)
  }

  function enqueue({ id, file }: Upload): void {
    const controller = new AbortController()
    abortControllers.set(id, controller)
    void queue.add(() => send(id, file, controller.signal))
  }

  async function send(id: number, file: File, signal: AbortSignal): Promise<void> {
    const isEnded = (): boolean => signal.aborted
    if (isEnded()) return
    const meter = createSpeedMeter()
    const show = (sentShare: number): void => {
      const sentBytes = sentShare * file.size
      const bytesPerSecond = meter.measure(sentBytes, performance.now())
      setStatus(id, { kind: 'uploading', sentBytes, bytesPerSecond })
    }
    show(0)
    try {
      // Rejects folders, and files that were moved after they were picked, before any request is sent.
      await file.slice(0, 1).arrayBuffer()
      const uploaded = await client.uploadFile(file, {
        signal,
        onProgress: (progress) => {
          if (progress.isComputable && !isEnded()) show(progress.value)
        },
      })
      if (!isEnded()) end(id, { kind: 'done', url: uploaded.cdnUrl })
    } catch (error) {
      if (isEnded()) return
      end(id, { kind: 'failed', reason: explainFailure(error, file) })
      if (isSecureUploadError(error, 'ERR_UNAUTHENTICATED')) onSignedOut()
    }
  }

  /** Sets the final status of a file and aborts its requests. */
  function end(id: number, status: UploadStatus): void {
    abortControllers.get(id)?.abort()
    abortControllers.delete(id)
    setStatus(id, status)
  }

  function endUnfinished(status: UploadStatus): void {
    for (const { id } of store.get().filter(isUnfinished)) end(id, status)
  }

  function retry(id: number): void {
    const upload = store.get().find((candidate) => candidate.id === id)
    if (!upload || isUnfinished(upload)) return
    setStatus(id, { kind: 'waiting' })
    enqueue(upload)
  }

  function setStatus(id: number, status: UploadStatus): void {
    store.set(store.get().map((upload) => (upload.id === id ? { ...upload, status } : upload)))
  }

  return {
    add,
    retry,
    cancel(id) {
      end(id, { kind: 'canceled' })
    },
    cancelAll() {
      endUnfinished({ kind: 'canceled' })
    },
    retryFailed() {
      for (const { id, status } of store.get()) if (status.kind === 'failed') retry(id)
    },
    failUnfinished(reason) {
      endUnfinished({ kind: 'failed', reason })
    },
    clearFinished() {
      store.set(store.get().filter(isUnfinished))
    },
  }
}
