import type { Store } from '../state/create-store.js'
import { isUnfinished, type Upload } from '../state/upload.js'

/** Makes the browser ask for confirmation before the page is closed during an upload. */
export function warnBeforeLeaving(store: Store<readonly Upload[]>): void {
  window.addEventListener('beforeunload', (event) => {
    if (store.get().some(isUnfinished)) event.preventDefault()
  })
}
