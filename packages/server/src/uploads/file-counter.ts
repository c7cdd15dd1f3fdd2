import type { ResultStore } from './limits.js'

/** Counts the accepted files of each token. */
export interface FileCounter {
  /** Counts a file, once. Returns `false` when its token has no file left. */
  count(tokenId: string, uuid: string): Promise<boolean>
  /** Gives the place of a file that is not accepted to another file. */
  release(tokenId: string, uuid: string): Promise<void>
}

/**
 * Creates the counter of one completion. With a store it also counts the files of earlier completions. Calls must not
 * overlap.
 */
export function createFileCounter(maxFiles: number, results: ResultStore | undefined): FileCounter {
  const counted = new Map<string, unknown>()
  const store: ResultStore = results ?? {
    get: (key) => counted.get(key),
    set: (key, value) => counted.set(key, value),
  }
  const uuidsOf = async (tokenId: string): Promise<readonly string[]> =>
    toUuids(await store.get(keyOf(tokenId)))

  return {
    async count(tokenId, uuid) {
      const uuids = await uuidsOf(tokenId)
      if (uuids.includes(uuid)) return true
      if (uuids.length >= maxFiles) return false
      await store.set(keyOf(tokenId), [...uuids, uuid])
      return true
    },
    async release(tokenId, uuid) {
      const others = (await uuidsOf(tokenId)).filter((other) => other !== uuid)
      await store.set(keyOf(tokenId), others)
    },
  }
}

const keyOf = (tokenId: string): string => `uploads:token:${tokenId}`

function toUuids(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((uuid) => typeof uuid === 'string') : []
}
