import { DestroyRef, inject, signal } from '@angular/core'
import { createUploadQueue, type UploadQueueOptions } from '@secure-uploading/client/queue'

export function injectUploadQueue<Data = unknown>(options: UploadQueueOptions<Data>) {
  const queue = createUploadQueue<Data>(options)
  const state = signal(queue.getSnapshot())
  queue.subscribe(() => state.set(queue.getSnapshot()))
  inject(DestroyRef).onDestroy(() => queue.destroy())
  return { queue, state: state.asReadonly() }
}
