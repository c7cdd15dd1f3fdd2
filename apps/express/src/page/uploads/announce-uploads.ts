import { countOf } from '../format/count-of.js'
import type { Store } from '../state/create-store.js'
import { totalsOf } from '../state/totals.js'
import type { Upload } from '../state/upload.js'
import type { Announce } from '../view/create-announcer.js'

/** Announces to screen readers that files were added, that a file failed, and that all uploads have finished. */
export function announceUploads(store: Store<readonly Upload[]>, announce: Announce): void {
  let previous: readonly Upload[] = []

  store.watch((current) => {
    const before = new Map(previous.map(({ id, status }) => [id, status.kind]))
    const added = current.filter(({ id }) => !before.has(id)).length
    if (added > 0) announce(`${countOf(added, 'file')} added.`)

    for (const { id, file, status } of current) {
      if (status.kind === 'failed' && before.get(id) !== 'failed') announce(`${file.name}: ${status.reason}`)
    }

    const { unfinishedFiles, doneFiles, failedFiles } = totalsOf(current)
    if (unfinishedFiles === 0 && totalsOf(previous).unfinishedFiles > 0) {
      announce(`Finished: ${doneFiles} uploaded${failedFiles > 0 ? `, ${failedFiles} failed` : ''}.`)
    }
    previous = current
  })
}
