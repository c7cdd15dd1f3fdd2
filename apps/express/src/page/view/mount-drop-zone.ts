import type { Store } from '../state/create-store.js'
import type { SessionState } from '../state/session-state.js'
import { isFileDrag } from './is-file-drag.js'
import { part } from './part.js'

/** Accepts files that are dropped anywhere on the page or picked in the file dialog. */
export function mountDropZone(
  session: Store<SessionState>,
  takeFiles: (files: readonly File[]) => void,
): void {
  const zone = part(document, 'drop-zone', HTMLElement)
  const input = part(document, 'file-input', HTMLInputElement)
  const idleTitle = part(document, 'idle-title', HTMLElement)
  const overTitle = part(document, 'over-title', HTMLElement)

  input.addEventListener('change', () => {
    takeFiles([...(input.files ?? [])])
    // Without this, picking the same file again fires no change event.
    input.value = ''
  })

  function showDragged(where: 'over' | 'near' | undefined): void {
    const isEnabled = session.get().kind === 'signed-in'
    if (where && isEnabled) zone.dataset['dragged'] = where
    else delete zone.dataset['dragged']
    idleTitle.hidden = where === 'over'
    overTitle.hidden = where !== 'over'
  }

  document.addEventListener('dragover', (event) => {
    if (!isFileDrag(event)) return
    // Without this the browser would navigate to the file.
    event.preventDefault()
    const isOver = event.target instanceof Node && zone.contains(event.target)
    showDragged(isOver ? 'over' : 'near')
  })
  document.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) showDragged(undefined)
  })
  document.addEventListener('drop', (event) => {
    if (!isFileDrag(event)) return
    event.preventDefault()
    showDragged(undefined)
    takeFiles([...(event.dataTransfer?.files ?? [])])
  })
}
