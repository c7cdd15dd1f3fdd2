import {
  createUploadQueue,
  type UploadQueue,
  type UploadQueueOptions,
  type UploadQueueState,
} from '@secure-uploading/client/queue'
import { onDestroy } from 'svelte'
import { createSubscriber } from 'svelte/reactivity'

export interface UseUploadQueueReturn<Data> {
  /** The queue: add, pause, resume, cancel, retry and remove files. */
  readonly queue: UploadQueue<Data>
  /**
   * The state of the queue. It is reactive in templates, `$derived` and `$effect`. Items that did not change are the same objects,
   * so a keyed `{#each}` updates only the others.
   */
  readonly current: UploadQueueState<Data>
}

/**
 * Creates an upload queue that lives as long as the component. Its uploads are aborted when the component is destroyed. Call it
 * while the component is initialized.
 *
 * @throws {TypeError} naming an option that is unknown or invalid.
 *
 * @example
 * ```ts
 * import { SecureUploadClient } from '@secure-uploading/client'
 * import { useUploadQueue } from '@secure-uploading/svelte'
 *
 * const client = new SecureUploadClient({ tokenEndpoint: '/api/upload-token' })
 *
 * // In the <script> of a component. The template: <progress value={uploads.current.progress}></progress>
 * const uploads = useUploadQueue({ client })
 * uploads.queue.add([new File(['Hello'], 'hello.txt', { type: 'text/plain' })])
 * ```
 */
export function useUploadQueue<Data = unknown>(
  options: UploadQueueOptions<Data>,
): UseUploadQueueReturn<Data> {
  const queue = createUploadQueue<Data>(options)
  const track = createSubscriber((update) => queue.subscribe(update))
  onDestroy(() => {
    queue.destroy()
  })
  return {
    queue,
    get current() {
      track()
      return queue.getSnapshot()
    },
  }
}
