import { isSecureUploadError, type SecureUploadClient } from '@secure-uploading/client'
import { Queue } from '@uploadcare/upload-client'
import type { Store } from '../state/create-store.js'
import { isUnfinished, type Upload, type UploadStatus } from '../state/upload.js'
import { createSpeedMeter } from './create-speed-meter.js'
import { explainFailure } from './explain-failure.js'

/** Everything one can do with the files on the page. */
export interface Uploads {
  add: (files: Iterable<File>) => void
  cancel: (id: number) => void
  cancelAll: () => void
  retry: (id: number) => void
  retryFailed: () => void
  /** Ends what is under way, with a reason to show. */
  failUnfinished: (reason: string) => void
  clearFinished: () => void
}

export interface UploadsOptions {
  client: Pick<SecureUploadClient, 'uploadFile'>
  store: Store<readonly Upload[]>
  /** How many files are sent at a time. */
  concurrency: number
  /** The token endpoint said that nobody is signed in. */
  onSignedOut: () => void
}

export function createUploads({ client, store, concurrency, onSignedOut }: UploadsOptions): Uploads {
  const queue = new Queue(concurrency)
  const underWay = new Map<number, AbortController>()
  let newestId = 0

  function add(files: Iterable<File>): void {
    const added = Array.from(files, (file): Upload => ({ id: ++newestId, file, status: { kind: 'waiting' } }))
    store.set([...store.get(), ...added])
    for (const upload of added) enqueue(upload)
  }

  function enqueue({ id, file }: Upload): void {
    const controller = new AbortController()
    underWay.set(id, controller)
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
      // A folder, or a file that was moved since it was chosen, is found out here rather than half way.
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

  /** Gives a file its last status. What is still being sent of it is dropped. */
  function end(id: number, status: UploadStatus): void {
    underWay.get(id)?.abort()
    underWay.delete(id)
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
      end(id, { kind: 'cancelled' })
    },
    cancelAll() {
      endUnfinished({ kind: 'cancelled' })
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
