import type { UploadRouteRules } from '../routes/route-types.js'
import { duplicateError, findBrokenRule } from './check-file.js'
import type { ItemStore } from './item-store.js'
import type { QueueSettings } from './parse-queue-options.js'
import type { QueueEntry } from './queue-entry.js'
import type { UploadItemStatus } from './upload-item.js'

/** Decides which files a queue takes. */
export interface Intake<Data> {
  /** Returns why a file may not be sent. `fileCount` includes it. */
  refusalOf(entry: QueueEntry<Data>, fileCount: number): Error | undefined
  /** Notes the status of an entry: a file that failed may be added again. */
  track(entry: QueueEntry<Data>): void
  /** Returns the entries that break the rules, which have become known. */
  findRefused(): [QueueEntry<Data>, Error][]
  /** Returns the entry that waits for this file, which the user has selected again. */
  takeMissing(file: File): QueueEntry<Data> | undefined
}

export const UNCOUNTED: readonly UploadItemStatus[] = ['rejected', 'failed', 'canceled']
const NOT_SENT: readonly UploadItemStatus[] = ['queued', 'paused', 'needs-file']

export function createIntake<Data>(
  store: ItemStore<Data>,
  rules: () => readonly UploadRouteRules[],
  { allowDuplicates }: Pick<QueueSettings<Data>, 'allowDuplicates'>,
): Intake<Data> {
  /** The entry of each file that is not rejected, failed or canceled. */
  const byKey = new Map<string, QueueEntry<Data>>()
  const missing = new Map<string, Set<QueueEntry<Data>>>()
  const missingKeyOf = (name: string, sizeBytes: number): string => JSON.stringify([name, sizeBytes])

  return {
    refusalOf(entry, fileCount) {
      const twin = byKey.get(entry.key)
      if (!allowDuplicates && twin !== undefined && twin !== entry) return duplicateError(entry.item.name)
      return findBrokenRule(entry.item, fileCount, rules())
    },
    track(entry) {
      const { status, name, sizeBytes, id } = entry.item
      const isThere = store.entries.has(id)
      if (isThere && !UNCOUNTED.includes(status)) byKey.set(entry.key, entry)
      else if (byKey.get(entry.key) === entry) byKey.delete(entry.key)
      if (status !== 'needs-file' && missing.size === 0) return
      const key = missingKeyOf(name, sizeBytes)
      if (isThere && status === 'needs-file') missing.set(key, (missing.get(key) ?? new Set()).add(entry))
      else missing.get(key)?.delete(entry)
    },
    findRefused() {
      let count = 0
      const refused: [QueueEntry<Data>, Error][] = []
      for (const entry of store.entries.values()) {
        const { status } = entry.item
        if (UNCOUNTED.includes(status)) continue
        const error = NOT_SENT.includes(status) ? this.refusalOf(entry, count + 1) : undefined
        if (error) refused.push([entry, error])
        else count++
      }
      return refused
    },
    takeMissing: ({ name, size }) =>
      missing.size > 0 ? [...(missing.get(missingKeyOf(name, size)) ?? [])][0] : undefined,
  }
}
