import { createDropZone, type DropZoneOptions } from '@secure-uploading/client/drop-zone'
import type { UploadQueue } from '@secure-uploading/client/queue'
import {
  useEffect,
  useMemo,
  useSyncExternalStore,
  type HTMLAttributes,
  type InputHTMLAttributes,
  type RefCallback,
} from 'react'
import { useBrowserLayoutEffect } from './use-latest.js'

/** The properties of an `<input type="file">`, with the ref that the zone opens the dialog of. */
export type DropZoneInputProps = InputHTMLAttributes<HTMLInputElement> & {
  ref: RefCallback<HTMLInputElement>
}

/** A drop zone. Its property getters keep your event handlers: yours run first, and `preventDefault` replaces the zone's. */
export interface UseDropZoneResult {
  /** Returns the properties of the element that files are dropped on. */
  getRootProps: (props?: HTMLAttributes<HTMLElement>) => HTMLAttributes<HTMLElement>
  /** Returns the properties of a hidden input in that element. Without such an input, the zone creates its own. */
  getInputProps: (props?: InputHTMLAttributes<HTMLInputElement>) => DropZoneInputProps
  /** Whether the user drags files over the zone. */
  isDragActive: boolean
  /** Opens the file dialog, from a button of your own. */
  open: () => void
}

/**
 * Makes an element a drop zone: it adds dropped, pasted and chosen files to the queue, opens the file dialog on a click, Enter
 * and Space, and adds the files in dropped folders.
 *
 * @throws {TypeError} naming an invalid option.
 *
 * @example
 * ```tsx
 * import { useDropZone, type UploadQueue } from '@secure-uploading/react'
 *
 * export function DropZone({ queue }: { queue: UploadQueue }) {
 *   const { getRootProps, getInputProps, isDragActive } = useDropZone(queue, { accept: ['image/*'] })
 *   return (
 *     <div {...getRootProps({ className: isDragActive ? 'active' : '' })}>
 *       <input {...getInputProps()} />
 *       Drop images here
 *     </div>
 *   )
 * }
 * ```
 */
export function useDropZone<Data>(
  queue: Pick<UploadQueue<Data>, 'add'>,
  options: DropZoneOptions = {},
): UseDropZoneResult {
  // The zone of this render has the attributes of its options. It has no effect: the first zone handles the events.
  const current = createDropZone(queue, options)
  const zone = useMemo(() => createDropZone(queue), [queue])
  useBrowserLayoutEffect(() => {
    zone.update(options)
  })
  useEffect(() => zone.connect(), [zone])
  const { isDragActive } = useSyncExternalStore(zone.subscribe, zone.getSnapshot, zone.getSnapshot)

  return {
    getRootProps(props = {}) {
      const { rootListeners } = zone
      const { tabindex, ...attributes } = current.rootAttributes()
      return {
        ...attributes,
        tabIndex: tabindex,
        ...props,
        onDragEnter: inOrder(props.onDragEnter, rootListeners.dragenter),
        onDragOver: inOrder(props.onDragOver, rootListeners.dragover),
        onDragLeave: inOrder(props.onDragLeave, rootListeners.dragleave),
        onDrop: inOrder(props.onDrop, rootListeners.drop),
        onPaste: inOrder(props.onPaste, rootListeners.paste),
        onClick: inOrder(props.onClick, rootListeners.click),
        onKeyDown: inOrder(props.onKeyDown, rootListeners.keydown),
      }
    },
    getInputProps(props = {}) {
      const { tabindex, multiple, ...attributes } = current.inputAttributes()
      return {
        ...attributes,
        tabIndex: tabindex,
        hidden: true,
        multiple: multiple === '',
        ...props,
        ref: zone.setInput,
        onChange: inOrder(props.onChange, (event) => {
          zone.inputListeners.change(event)
        }),
      }
    },
    isDragActive,
    open: zone.open,
  }
}

/** Calls a handler of the app before the zone's, which ignores events whose default is prevented. */
function inOrder<Event>(
  theirs: ((event: Event) => void) | undefined,
  ours: (event: Event) => void,
): (event: Event) => void {
  if (!theirs) return ours
  return (event) => {
    theirs(event)
    ours(event)
  }
}
