import type { UploadItem } from '@secure-uploading/client/queue'

/** The owners of files, as the webhook reported them to the server. */
export interface OwnerNotes {
  /** Returns the line for the row of a file. */
  noteOf: (item: UploadItem) => string | undefined
  /** Asks the server until the owner of each uploaded file is known. */
  update: (items: readonly UploadItem[]) => void
}

const INTERVAL_MS = 700
// A project without a working webhook must not be asked forever.
const MAX_EMPTY_ANSWERS = 8

/**
 * @param readOwners returns the files that were noted after the first `since`
 * @param onChange called when owners have arrived
 */
export function createOwnerNotes(
  readOwners: (since: number) => Promise<readonly { uuid: string; owner: string }[]>,
  onChange: () => void,
): OwnerNotes {
  const owners = new Map<string, string>()
  let wanted: readonly UploadItem[] = []
  let since = 0
  let isAsking = false

  const isComplete = (): boolean => wanted.every(({ uploaded }) => !uploaded || owners.has(uploaded.uuid))

  async function ask(): Promise<void> {
    if (isAsking) return
    isAsking = true
    for (let empty = 0; empty < MAX_EMPTY_ANSWERS && !isComplete();) {
      await new Promise((resolve) => setTimeout(resolve, INTERVAL_MS))
      const files = await readOwners(since).catch(() => [])
      since += files.length
      empty = files.length === 0 ? empty + 1 : 0
      for (const { uuid, owner } of files) owners.set(uuid, owner)
      if (files.length > 0) onChange()
    }
    isAsking = false
  }

  return {
    noteOf({ uploaded }) {
      const owner = uploaded && owners.get(uploaded.uuid)
      return owner && `Owner: ${owner}, reported by the webhook`
    },
    update(items) {
      const isMore = items.filter(({ uploaded }) => uploaded).length > countOf(wanted)
      wanted = items
      if (isMore && !isComplete()) void ask()
    },
  }
}

const countOf = (items: readonly UploadItem[]): number => items.filter(({ uploaded }) => uploaded).length
