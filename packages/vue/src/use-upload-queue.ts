import {
  createUploadQueue,
  type UploadQueue,
  type UploadQueueOptions,
  type UploadQueueState,
} from '@secure-uploading/client/queue'
import { markRaw, onScopeDispose, shallowRef, type ShallowRef } from 'vue'

export interface UseUploadQueueReturn<Data> {
  /** The queue: add, pause, resume, cancel, retry and remove files. */
  queue: UploadQueue<Data>
  /** The state of the queue. Items that did not change are the same objects, so their components do not render again. */
  state: Readonly<ShallowRef<UploadQueueState<Data>>>
}

/**
 * Creates an upload queue that lives as long as the component, or the effect scope, in which it is called. Its uploads are aborted
 * when that ends.
 *
 * @throws {TypeError} naming an option that is unknown or invalid.
 *
 * @example
 * ```ts
 * import { SecureUploadClient } from '@secure-uploading/client'
 * import { useUploadQueue } from '@secure-uploading/vue'
 * import { watchEffect } from 'vue'
 *
 * const client = new SecureUploadClient({ tokenEndpoint: '/api/upload-token' })
 *
 * // In <script setup>
 * const { queue, state } = useUploadQueue({ client })
 * watchEffect(() => console.log(state.value.progress))
 * queue.add([new File(['Hello'], 'hello.txt', { type: 'text/plain' })])
 * ```
 */
export function useUploadQueue<Data = unknown>(
  options: UploadQueueOptions<Data>,
): UseUploadQueueReturn<Data> {
  const queue = markRaw(createUploadQueue<Data>(options))
  const state = shallowRef(queue.getSnapshot())
  queue.subscribe(() => {
    state.value = queue.getSnapshot()
  })
  onScopeDispose(() => {
    queue.destroy()
  })
  return { queue, state }
}
