import type { ResultStore } from './limits.js'

/** Counts the accepted files of each token. */
export interface FileCounter {
  /** Counts a file, once. Returns `false` when its token has no file left. */
  count(tokenId: string, uuid: string): Promise<boolean>
}

/**
 * Creates the counter of one completion. With a store it also counts the files of earlier completions. Calls must not
 * overlap.
 */
export function createFileCounter(maxFiles: number, results: ResultStore | undefined): FileCounter {
  const counted = new Map<string, readonly string[]>()

  return {
    async count(tokenId, uuid) {
      const key = `uploads:token:${tokenId}`
      const uuids = toUuids(results ? await results.get(key) : counted.get(key))
      if (uuids.includes(uuid)) return true
      if (uuids.length >= maxFiles) return false
      const next = [...uuids, uuid]
      if (results) await results.set(key, next)
      else counted.set(key, next)
      return true
    },
  }
}

function toUuids(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((uuid) => typeof uuid === 'string') : []
}
