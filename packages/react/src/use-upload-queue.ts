import {
  createUploadQueue,
  type UploadQueue,
  type UploadQueueOptions,
  type UploadQueueState,
} from '@secure-uploading/client/queue'
import { useMemo, useState, useSyncExternalStore } from 'react'
import { createLazyQueue, EMPTY_STATE } from './create-lazy-queue.js'
import { useBrowserLayoutEffect, useLatest } from './use-latest.js'

/** The state of an upload queue, and the queue. */
export interface UseUploadQueueResult<Data> extends UploadQueueState<Data> {
  /** The queue: the same object in every render. */
  readonly queue: UploadQueue<Data>
}

/**
 * Creates an upload queue for the life of the component, and renders when its state changes. The queue is destroyed, and its
 * uploads are aborted, when the component unmounts.
 *
 * The options are read once, except `beforeUpload`, whose latest version is called. To change the others, give the component
 * another `key`. An item that did not change is the same object, so that a row in `memo` does not render again.
 *
 * @throws {TypeError} when the component mounts, naming an invalid option.
 *
 * @example
 * ```tsx
 * import { useUploadQueue, type UploadRoute } from '@secure-uploading/react'
 *
 * export function Attachments({ route }: { route: UploadRoute<{ id: number }> }) {
 *   const { queue, items, progress } = useUploadQueue({ route })
 *   return (
 *     <>
 *       <input type="file" multiple onChange={(event) => queue.add(event.target.files ?? [])} />
 *       <progress value={progress} />
 *       {items.map((item) => (
 *         <p key={item.id}>
 *           {item.name}: {item.error?.message ?? item.status}
 *         </p>
 *       ))}
 *     </>
 *   )
 * }
 * ```
 */
export function useUploadQueue<Data = unknown>(
  options: UploadQueueOptions<Data>,
): UseUploadQueueResult<Data> {
  const latest = useLatest(options)
  const [queue] = useState(() =>
    createLazyQueue(() =>
      createUploadQueue<Data>({
        ...options,
        beforeUpload: (file, item) => latest.current.beforeUpload?.(file, item) ?? file,
      }),
    ),
  )
  // StrictMode and Activity end the effects of a component that stays, and start them again.
  useBrowserLayoutEffect(() => {
    queue.revive()
    return () => {
      queue.destroy()
    }
  }, [queue])
  const state = useSyncExternalStore(queue.subscribe, queue.getSnapshot, () => EMPTY_STATE)
  return useMemo(() => ({ ...state, queue }), [state, queue])
}
