import { createUploadQueue, type UploadQueueOptions } from '@secure-uploading/client/queue'
import { createSignal, onCleanup } from 'solid-js'

export function useUploadQueue<Data = unknown>(options: UploadQueueOptions<Data>) {
  const queue = createUploadQueue<Data>(options)
  const [state, setState] = createSignal(queue.getSnapshot())
  queue.subscribe(() => setState(() => queue.getSnapshot()))
  onCleanup(() => queue.destroy())
  return { queue, state }
}
