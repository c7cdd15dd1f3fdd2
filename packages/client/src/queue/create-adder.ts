import { assertOptions, type OptionRule } from '../options/assert-options.js'
import { isFilledText } from '../options/is-filled-text.js'
import { isMetadata } from '../options/is-metadata.js'
import type { Intake } from './create-intake.js'
import type { ItemStore } from './item-store.js'
import type { KeptFiles } from './kept-files.js'
import type { QueueSettings } from './parse-queue-options.js'
import { createEntry, keyOf, type QueueEntry } from './queue-entry.js'
import { partsKeyOf } from './stored-file.js'
import { toFiles } from './to-files.js'
import type { UploadItem } from './upload-item.js'
import type { AddOptions } from './upload-queue.js'
import type { QueueSession } from './queue-session.js'

/** Adds the files that the user selects, and those of an earlier page. */
export interface Adder<Data> {
  add: (files: Iterable<File>, options?: AddOptions) => UploadItem<Data>[]
  restore: () => Promise<UploadItem<Data>[]>
  /** Stores entries for `restore`. */
  keep(entries: readonly QueueEntry<Data>[]): void
}

/** The parts of the queue that take the new entries. */
interface Surroundings<Data> {
  settings: QueueSettings<Data>
  /** The start of the ids of this queue. */
  idPrefix: string
  session: QueueSession
  store: ItemStore<Data>
  intake: Intake<Data>
  kept: KeptFiles | undefined
  change: (entry: QueueEntry<Data>, changes: Partial<UploadItem<Data>>) => void
  put: (entry: QueueEntry<Data>, isStarted: boolean, isPaused?: true) => void
  commit: () => void
}

export function createAdder<Data>(surroundings: Surroundings<Data>): Adder<Data> {
  const { settings, idPrefix, session, store, intake, kept, change, put, commit } = surroundings
  const { autoStart, target } = settings
  const { clock } = target.source
  let order = 0

  /** Inserts an entry, or rejects it. Returns whether it is accepted. */
  function insert(entry: QueueEntry<Data>): boolean {
    const error = intake.refusalOf(entry, store.fileCount() + 1)
    store.insert(entry)
    if (error) change(entry, { status: 'rejected', error })
    else intake.track(entry)
    return !error
  }

  /** Gives an entry its file, or rejects it. */
  function feed(entry: QueueEntry<Data>, file: File): boolean {
    entry.key = keyOf(file)
    entry.original = { ...entry.original, file, type: file.type }
    change(entry, { file, type: file.type, status: 'queued' })
    const error = intake.refusalOf(entry, store.fileCount())
    if (error) change(entry, { status: 'rejected', error })
    return !error
  }

  function keep(all: readonly QueueEntry<Data>[]): void {
    const entries = all.filter(({ isKeptByApp }) => !isKeptByApp)
    if (!kept || entries.length === 0) return
    const files = entries.map(({ item, original, lastModified, metadata, addedAtMs }) => {
      const { id } = item
      // The number of a restored file is in the list already.
      const number = id.startsWith(`${idPrefix}-`) ? Number(id.slice(idPrefix.length + 1)) : 0
      return { id, number, stored: { ...original, lastModified, metadata, addedAtMs } }
    })
    if (!kept.keep(files)) return
    for (const entry of entries) entry.resumeKey = partsKeyOf(entry.item.id)
  }

  return {
    keep,
    add(files, options = {}) {
      assertOptions(options, ADD_RULES)
      const { resumeKey } = options
      const list = toFiles(files)
      if (resumeKey !== undefined && list.length > 1) {
        throw new TypeError('"resumeKey" belongs to one file: add each file with its own key')
      }
      session.signal()
      const accepted: QueueEntry<Data>[] = []
      const added = list.map((file) => {
        const missing = intake.takeMissing(file)
        if (missing) {
          if (feed(missing, file)) accepted.push(missing)
          return missing
        }
        const { name, size: sizeBytes, type, lastModified } = file
        const metadata = options.metadata && { ...options.metadata }
        const stored = { file, name, sizeBytes, type, lastModified, metadata, addedAtMs: clock.wallMs() }
        const entry = createEntry<Data>(`${idPrefix}-${String(++order)}`, order, stored, 'queued')
        entry.isKeptByApp = resumeKey !== undefined
        entry.resumeKey = resumeKey
        if (insert(entry)) accepted.push(entry)
        return entry
      })
      keep(accepted)
      for (const entry of accepted) put(entry, autoStart)
      commit()
      return added.map(({ item }) => item)
    },
    async restore() {
      if (!kept) {
        throw new TypeError(
          'Set "owner" to the id of the user: files are restored only for the user who added them',
        )
      }
      const signal = session.signal()
      const restored = await kept.restore()
      // The queue may have been emptied meanwhile, because the user signed out.
      if (signal.aborted) return []
      const paused = new Set<QueueEntry<Data>>()
      const entries = restored.flatMap(({ id, stored, isPaused }) => {
        const entry = createEntry<Data>(id, ++order, stored, stored.file ? 'queued' : 'needs-file')
        entry.resumeKey = partsKeyOf(id)
        if (isPaused) paused.add(entry)
        return !store.entries.has(id) && insert(entry) ? [entry] : []
      })
      for (const entry of entries) {
        if (entry.item.file) put(entry, autoStart, paused.has(entry) || undefined)
      }
      commit()
      return entries.map(({ item }) => item)
    },
  }
}

const ADD_RULES: readonly OptionRule[] = [
  ['resumeKey', isFilledText, 'a string that is not empty'],
  ['metadata', isMetadata, 'an object of strings'],
]
