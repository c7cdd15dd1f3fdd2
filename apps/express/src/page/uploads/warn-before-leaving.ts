import type { Store } from '../state/create-store.js'
import { isUnfinished, type Upload } from '../state/upload.js'

/** Lets the browser ask before the page is left while files are on their way. */
export function warnBeforeLeaving(store: Store<readonly Upload[]>): void {
  window.addEventListener('beforeunload', (event) => {
    if (store.get().some(isUnfinished)) event.preventDefault()
  })
}
