import { setAttributes } from './create-file-dialog.js'
import type { DropZone } from './drop-zone.js'

/** Makes an input the one that the zone opens. */
export function attachInputTo(
  element: HTMLInputElement,
  zone: Pick<DropZone, 'inputAttributes' | 'inputListeners' | 'setInput'>,
): () => void {
  const { change } = zone.inputListeners
  setAttributes(element, zone.inputAttributes())
  element.addEventListener('change', change)
  zone.setInput(element)
  return () => {
    zone.setInput(null)
    element.removeEventListener('change', change)
    for (const name of ['multiple', 'webkitdirectory', 'accept']) element.removeAttribute(name)
  }
}

type Attached = Pick<DropZone, 'rootAttributes' | 'rootListeners' | 'connect' | 'subscribe' | 'getSnapshot'>

/** Makes an element the root of a drop zone. `data-dragging` is set while files are dragged over it. */
export function attachTo(element: HTMLElement, zone: Attached): () => void {
  const attributes = zone.rootAttributes()
  const listeners = Object.entries(zone.rootListeners) as [string, EventListener][]
  setAttributes(element, attributes)
  for (const [type, listener] of listeners) element.addEventListener(type, listener)
  const disconnect = zone.connect()
  const unsubscribe = zone.subscribe(() => {
    element.toggleAttribute('data-dragging', zone.getSnapshot().isDragActive)
  })
  return () => {
    disconnect()
    unsubscribe()
    for (const [type, listener] of listeners) element.removeEventListener(type, listener)
    for (const name of [...Object.keys(attributes), 'data-dragging']) element.removeAttribute(name)
  }
}
