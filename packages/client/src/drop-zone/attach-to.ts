import { setAttributes } from './create-file-dialog.js'
import type { DropZone } from './drop-zone.js'

type Attached = Pick<DropZone, 'rootAttributes' | 'rootListeners' | 'connect' | 'subscribe' | 'getSnapshot'>

/** Makes an element the root of a drop zone. `data-drag-active` is set while files are dragged over it. */
export function attachTo(element: HTMLElement, zone: Attached): () => void {
  const attributes = zone.rootAttributes()
  const listeners = Object.entries(zone.rootListeners) as [string, EventListener][]
  setAttributes(element, attributes)
  for (const [type, listener] of listeners) element.addEventListener(type, listener)
  const disconnect = zone.connect()
  const unsubscribe = zone.subscribe(() => {
    element.toggleAttribute('data-drag-active', zone.getSnapshot().isDragActive)
  })
  return () => {
    disconnect()
    unsubscribe()
    for (const [type, listener] of listeners) element.removeEventListener(type, listener)
    for (const name of [...Object.keys(attributes), 'data-drag-active']) element.removeAttribute(name)
  }
}
