import type { EmulatedClock } from '../control/state/emulated-clock.js'
import type { WebhookSender } from '../webhooks/webhook-sender.js'
import type { FileList } from './file-list.js'
import type { StoredFile } from './stored-file.js'

/**
 * Changes files and sends the webhooks of each change. `origin` is the origin that the client used to reach the
 * emulator; webhooks contain URLs on it.
 */
export interface FileActions {
  /** Adds an uploaded file. */
  add(file: StoredFile, origin: string): void
  /** Stores a file. Does nothing if it is stored already. */
  store(file: StoredFile, origin: string): StoredFile
  /** Deletes a file and frees its bytes. Does nothing if it is deleted already. */
  remove(file: StoredFile, origin: string): Promise<StoredFile>
  /** Replaces the metadata of a file. */
  setMetadata(file: StoredFile, metadata: Readonly<Record<string, string>>, origin: string): StoredFile
}

/** Creates the actions on a list of files. */
export function createFileActions(
  files: FileList,
  clock: EmulatedClock,
  webhooks: Pick<WebhookSender, 'announce'>,
): FileActions {
  function replaced(file: StoredFile, changes: Partial<StoredFile>): StoredFile {
    const changed = { ...file, ...changes }
    files.set(changed)
    return changed
  }

  return {
    add(file, origin) {
      files.set(file)
      webhooks.announce('file.uploaded', file, origin)
      if (file.storedAtMs !== null) webhooks.announce('file.stored', file, origin)
    },
    store(file, origin) {
      if (file.storedAtMs !== null) return file
      const stored = replaced(file, { storedAtMs: clock.nowMs() })
      webhooks.announce('file.stored', stored, origin)
      return stored
    },
    async remove(file, origin) {
      if (file.removedAtMs !== null) return file
      const removed = replaced(file, { removedAtMs: clock.nowMs(), storedAtMs: null })
      webhooks.announce('file.deleted', removed, origin)
      await file.bytes.discard()
      return removed
    },
    setMetadata(file, metadata, origin) {
      const updated = replaced(file, { metadata })
      webhooks.announce('file.info_updated', updated, origin, file)
      return updated
    },
  }
}
