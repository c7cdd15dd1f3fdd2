import { createDropZone, type DropZoneOptions } from '@secure-uploading/client/drop-zone'
import type { UploadQueue } from '@secure-uploading/client/queue'
import type { Attachment } from 'svelte/attachments'
import { createSubscriber } from 'svelte/reactivity'

/** A drop zone: the attachment of the element that files are dropped on. */
export interface DropZoneAttachment extends Attachment<HTMLElement> {
  /** Whether the user drags files over the element. Reactive in templates, `$derived` and `$effect`. */
  readonly isDragActive: boolean
  /** The attachment of an `<input>` in the element. Without one, `open` creates an input. */
  readonly input: Attachment<HTMLInputElement>
  /** Opens the file dialog. Browsers allow this only after a click or a key press of the user. */
  readonly open: () => void
}

/**
 * Creates the attachment of a drop zone, which adds dropped files and folders, pasted and chosen files to a queue.
 *
 * @param options may be a function that reads state: `() => ({ disabled })`
 * @throws {TypeError} naming an option that is unknown or invalid.
 *
 * @example
 * ```ts
 * import { dropZone, type UploadQueue } from '@secure-uploading/svelte'
 *
 * // The template: <div role="button" tabindex="0" class:active={zone.isDragActive} {@attach zone}>Drop files here</div>
 * export const createZone = (queue: UploadQueue) => dropZone(queue, { accept: ['image/*'] })
 * ```
 */
export function dropZone(
  queue: Pick<UploadQueue, 'add'>,
  options: DropZoneOptions | (() => DropZoneOptions) = {},
): DropZoneAttachment {
  const read = typeof options === 'function' ? options : () => options
  const zone = createDropZone(queue, read())
  const track = createSubscriber((update) => zone.subscribe(update))

  // Attachments run again when the state that they read changes.
  const attach = (element: HTMLElement): (() => void) => {
    zone.update(read())
    return zone.attach(element)
  }
  const members = {
    get isDragActive(): boolean {
      track()
      return zone.getSnapshot().isDragActive
    },
    input: (element: HTMLInputElement): (() => void) => {
      zone.update(read())
      return zone.attachInput(element)
    },
    open: zone.open,
  }
  return Object.defineProperties(attach, Object.getOwnPropertyDescriptors(members)) as typeof attach &
    typeof members
}
