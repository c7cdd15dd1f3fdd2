import type { ResumeStore } from '../resumable/resume-store.js'

/** A file of an unfinished upload, as it is stored for a reload. It contains no token. */
export interface StoredFile {
  owner: string
  name: string
  sizeBytes: number
  type: string
  lastModified: number
  metadata: Record<string, string> | undefined
  /** Unix **milliseconds**. */
  addedAtMs: number
  /** Missing when the bytes could not be stored. */
  file?: File
}

/** The addresses of the parts are valid for a day. */
export const LONGEST_KEPT_MS = 86_400_000

export const fileKeyOf = (id: string): string => `queue/${id}`
/** The key of the stored session of a file in parts. */
export const partsKeyOf = (id: string): string => `queue-parts/${id}`

/** Deletes a file, and the session of its parts. Store errors must not fail an upload. */
export async function deleteStored(store: ResumeStore, id: string): Promise<void> {
  await Promise.allSettled([fileKeyOf(id), partsKeyOf(id)].map(async (key) => store.delete(key)))
}

/** Returns a stored value that is a file of this owner and not older than a day. */
export function parseStoredFile(value: unknown, owner: string, nowMs: number): StoredFile | undefined {
  const stored = Object(value) as Partial<StoredFile>
  const { name, sizeBytes, type, lastModified, addedAtMs } = stored
  if (stored.owner !== owner || typeof name !== 'string' || typeof sizeBytes !== 'number') return undefined
  if (typeof type !== 'string' || typeof lastModified !== 'number' || typeof addedAtMs !== 'number')
    return undefined
  return Math.abs(nowMs - addedAtMs) < LONGEST_KEPT_MS
    ? { ...stored, owner, name, sizeBytes, type, lastModified, addedAtMs, metadata: stored.metadata }
    : undefined
}
