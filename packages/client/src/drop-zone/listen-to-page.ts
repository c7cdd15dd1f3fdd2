import type { ZonePasteEvent } from './drop-zone-events.js'

export interface PageListeners {
  /** Called when a drag starts in the page (`true`), and when any drag ends (`false`). */
  onDrag: (isFromPage: boolean) => void
  onDragEnter: (event: DragEvent) => void
  onPaste: (event: ZonePasteEvent) => void
}

/** Adds listeners to the page. Without them a file that is dropped beside the zone replaces the page. */
export function listenToPage({ onDrag, onDragEnter, onPaste }: PageListeners): () => void {
  const connection = new AbortController()
  const { signal } = connection
  const ofFiles = (event: DragEvent): boolean =>
    !event.defaultPrevented && Boolean(event.dataTransfer?.types.includes('Files'))

  window.addEventListener(
    'dragover',
    (event) => {
      if (!ofFiles(event)) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
    },
    { signal },
  )
  window.addEventListener(
    'drop',
    (event) => {
      if (ofFiles(event)) event.preventDefault()
      onDrag(false)
    },
    { signal },
  )
  window.addEventListener('dragenter', onDragEnter, { signal })
  window.addEventListener('dragstart', () => onDrag(true), { signal, capture: true })
  window.addEventListener('dragend', () => onDrag(false), { signal, capture: true })
  window.addEventListener('paste', onPaste, { signal })
  return () => connection.abort()
}
