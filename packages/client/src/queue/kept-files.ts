import { deviceNetwork } from '../network/device-network.js'
import { withDeadline } from '../time/with-deadline.js'
import { forgetStored } from './forget-stored.js'
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
 * Loads the code that stores files. Where that fails, nothing is stored or restored until it is loaded: it is tried again with the
 * next files, with `restore` and when the device is online again. Chromium repeats the failure of a native import until the page
 * is reloaded.
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
  /** The unfinished files that the code has not got, because it is not loaded. */
  const unkept = new Map<string, KeptFile>()
  const ending = new AbortController()
  let keeper: FileKeeper | undefined
  let loading: Promise<FileKeeper> | undefined
  let restoring: Promise<RestoredFile[]> | undefined
  let isWaiting = false

  function load(): Promise<FileKeeper> {
    loading ??= loadKept().then(({ createFileKeeper, indexedDbStore }) => {
      const store = resumeStore ?? indexedDbStore
      const scope = target.route?.name ?? ''
      keeper = createFileKeeper({ store, keepBytes, owner, holder, scope, clock })
      return keeper
    })
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }

  function use(work: (loaded: FileKeeper) => void): void {
    void load().then(work, () => undefined)
  }

  /** Stores the files that were added before the code was loaded. */
  function keepAll(): void {
    void load().then(
      (loaded) => {
        const files = [...unkept.values()]
        unkept.clear()
        loaded.keep(files)
        for (const { id } of files) if (paused.has(id)) loaded.setPaused(id, true)
      },
      () => {
        if (isWaiting || unkept.size === 0) return
        isWaiting = true
        void deviceNetwork.untilOnline(ending.signal).then(() => {
          isWaiting = false
          if (unkept.size > 0) keepAll()
        })
      },
    )
  }

  function end(): void {
    ending.abort()
    unkept.clear()
  }

  use(() => undefined)
  return {
    keep(files) {
      if (ending.signal.aborted) return false
      for (const file of files) unkept.set(file.id, file)
      keepAll()
      return true
    },
    track({ item: { id, status } }, isEnded) {
      const isPaused = status === 'paused'
      if (isEnded) unkept.delete(id)
      if (!isEnded && isPaused === paused.has(id)) return
      if (isPaused && !isEnded) paused.add(id)
      else paused.delete(id)
      // Without the code nothing is stored, and a page that is offline must not load it for each file.
      void loading?.then(
        (loaded) => {
          if (isEnded) loaded.forget(id)
          else loaded.setPaused(id, isPaused)
        },
        () => undefined,
      )
    },
    forgetOwner() {
      end()
      // The page may be left before the code is loaded, and the download may fail.
      if (!keeper) forgetStored(resumeStore, owner)
      use((loaded) => {
        loaded.forgetOwner()
      })
    },
    async restore() {
      if (ending.signal.aborted) return []
      // The files of a store that was too slow are returned by the next call.
      const underWay = (restoring ??= load().then((loaded) => loaded.restore()))
      if (unkept.size > 0) keepAll()
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
        ?.then(async (loaded) => {
          for (const { id } of await dropped) loaded.forget(id)
        })
        .catch(() => undefined)
    },
    release() {
      end()
      use((loaded) => {
        loaded.release()
      })
    },
  }
}
