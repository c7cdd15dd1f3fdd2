import { withDeadline } from '../time/with-deadline.js'
import type { FileKeeper } from './kept/create-file-keeper.js'
import type { QueueSettings } from './parse-queue-options.js'
import type { QueueEntry } from './queue-entry.js'
import type { KeptFile, RestoredFile } from './stored-file.js'

/** Keeps the files of unfinished uploads for `restore`. No method fails, and none delays an upload. */
export interface KeptFiles {
  /**
   * Stores files in the background.
   *
   * @returns whether the files can be restored: not after the owner has signed out
   */
  keep(files: readonly KeptFile[]): boolean
  /** Notes whether a file is paused, and deletes one that needs no restoring. */
  track(entry: Pick<QueueEntry<unknown>, 'item'>, isEnded: boolean): void
  /** Deletes all files of the owner, because the user signed out, and keeps none of the next user. */
  forgetOwner(): void
  /** Returns the files of earlier pages, within 10 seconds. Other queues do not get them any more. */
  restore(): Promise<RestoredFile[]>
  /** Deletes the files of a `restore` that is under way. */
  dropRestored(): void
  /** Leaves the files to another queue. */
  release(): void
}

// A store that hangs must not delay a page.
const LONGEST_MS = 10_000

/**
 * Loads the code that stores files. Where that fails, nothing is stored or restored.
 *
 * @param holder the prefix of the ids of this queue
 */
export function createKeptFiles(
  { resumeStore, keepBytes, target, loadKept }: QueueSettings<unknown>,
  owner: string,
  holder: string,
): KeptFiles {
  const { clock } = target.source
  const paused = new Set<string>()
  let loading: Promise<FileKeeper> | undefined
  let restoring: Promise<RestoredFile[]> | undefined
  let isOver = false

  function load(): Promise<FileKeeper> {
    loading ??= loadKept().then(({ createFileKeeper, indexedDbStore }) => {
      const scope = target.route?.name ?? ''
      return createFileKeeper({
        store: resumeStore ?? indexedDbStore,
        keepBytes,
        owner,
        holder,
        scope,
        clock,
      })
    })
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }

  function use(work: (keeper: FileKeeper) => void): void {
    void load().then(work, () => undefined)
  }

  use(() => undefined)
  return {
    keep(files) {
      if (isOver) return false
      use((keeper) => {
        keeper.keep(files)
      })
      return true
    },
    track({ item: { id, status } }, isEnded) {
      const isPaused = status === 'paused'
      if (!isEnded && isPaused === paused.has(id)) return
      if (isPaused && !isEnded) paused.add(id)
      else paused.delete(id)
      // Without the code nothing is stored, and a page that is offline must not load it for each file.
      void loading?.then(
        (keeper) => {
          if (isEnded) keeper.forget(id)
          else keeper.setPaused(id, isPaused)
        },
        () => undefined,
      )
    },
    forgetOwner() {
      isOver = true
      use((keeper) => {
        keeper.forgetOwner()
      })
    },
    async restore() {
      if (isOver) return []
      // The files of a store that was too slow are returned by the next call.
      const underWay = (restoring ??= load().then((keeper) => keeper.restore()))
      const createError = (): Error => new Error('The store for unfinished uploads did not answer in time')
      const found = await withDeadline(clock, LONGEST_MS, createError, undefined, () =>
        underWay.catch(() => []),
      ).catch(() => undefined)
      if (found && restoring === underWay) restoring = undefined
      return found ?? []
    },
    dropRestored() {
      const dropped = restoring ?? Promise.resolve([])
      restoring = undefined
      void loading
        ?.then(async (keeper) => {
          for (const { id } of await dropped) keeper.forget(id)
        })
        .catch(() => undefined)
    },
    release() {
      isOver = true
      use((keeper) => {
        keeper.release()
      })
    },
  }
}
