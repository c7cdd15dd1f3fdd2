import type { UploadQueue, UploadQueueState } from '@secure-uploading/client/queue'

/** A queue whose object stays the same while the queue behind it is created on first use and again after a remount. */
export interface LazyQueue<Data> extends UploadQueue<Data> {
  /** Replaces the queue that `destroy` ended. Has no effect while it is in use. */
  revive(): void
}

/** The state of a queue that was not created yet, as on the server. */
export const EMPTY_STATE: UploadQueueState<never> = {
  items: [],
  status: 'idle',
  progress: 0,
  sentBytes: 0,
  totalBytes: 0,
  bytesPerSecond: 0,
  counts: {
    rejected: 0,
    'needs-file': 0,
    queued: 0,
    uploading: 0,
    processing: 0,
    paused: 0,
    waiting: 0,
    failed: 0,
    canceled: 0,
    uploaded: 0,
  },
}

/**
 * Creates a queue that costs nothing until it is used. A render that is discarded, and a render on the server, leave no
 * listener behind. After `destroy`, calls reach the destroyed queue until `revive`.
 */
export function createLazyQueue<Data>(create: () => UploadQueue<Data>): LazyQueue<Data> {
  let queue: UploadQueue<Data> | undefined
  let initial: UploadQueueState<Data> = EMPTY_STATE
  let isDestroyed = false

  function current(): UploadQueue<Data> {
    if (queue) return queue
    queue = create()
    if (isDestroyed) queue.destroy()
    initial = queue.getSnapshot()
    return queue
  }

  return {
    getSnapshot() {
      const state = queue?.getSnapshot() ?? initial
      // The empty state stays the same object when the queue is created, so that components do not render again.
      return state === initial ? EMPTY_STATE : state
    },
    get session() {
      return current().session
    },
    subscribe: (listener) => current().subscribe(listener),
    add: (files, options) => current().add(files, options),
    start() {
      current().start()
    },
    pause(id) {
      current().pause(id)
    },
    resume(id) {
      current().resume(id)
    },
    cancel(id) {
      current().cancel(id)
    },
    retry(id) {
      current().retry(id)
    },
    remove(id) {
      current().remove(id)
    },
    clear() {
      current().clear()
    },
    restore: async () => current().restore(),
    settled: async () => current().settled(),
    preview: (id) => current().preview(id),
    destroy() {
      isDestroyed = true
      queue?.destroy()
    },
    revive() {
      if (!isDestroyed) return
      isDestroyed = false
      queue = undefined
      initial = EMPTY_STATE
    },
  }
}
