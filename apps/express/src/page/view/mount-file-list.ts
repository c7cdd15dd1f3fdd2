import type { Store } from '../state/create-store.js'
import type { Upload } from '../state/upload.js'
import type { Uploads } from '../uploads/create-uploads.js'
import { createFileRow, type FileRow } from './create-file-row.js'
import { onNextFrame } from './on-next-frame.js'
import { part } from './part.js'

/** Renders one row per file, in the order in which files were added. */
export function mountFileList(store: Store<readonly Upload[]>, uploads: Uploads): void {
  const uploader = document.querySelector('.uploader')
  const files = part(document, 'files', HTMLElement)
  const list = part(document, 'file-list', HTMLUListElement)
  const rows = new Map<number, FileRow>()

  function draw(): void {
    const current = store.get()
    files.hidden = current.length === 0
    uploader?.toggleAttribute('data-has-files', current.length > 0)

    const ids = new Set(current.map(({ id }) => id))
    for (const [id, row] of rows) {
      if (ids.has(id)) continue
      row.element.remove()
      rows.delete(id)
    }
    for (const upload of current) rowOf(upload).show(upload)
  }

  function rowOf(upload: Upload): FileRow {
    const known = rows.get(upload.id)
    if (known) return known
    const row = createFileRow(upload, {
      cancel: () => {
        uploads.cancel(upload.id)
      },
      retry: () => {
        uploads.retry(upload.id)
      },
    })
    rows.set(upload.id, row)
    list.append(row.element)
    return row
  }

  store.watch(onNextFrame(draw))
}
