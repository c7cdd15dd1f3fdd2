import { DAY_MS } from '../../resumable/resumable-session.js'
import type { StoredFile } from '../stored-file.js'

export const fileKeyOf = (id: string): string => `queue/${id}`

/** Returns a stored value that is a file of this owner and not older than a day. */
export function parseStoredFile(value: unknown, owner: string, nowMs: number): StoredFile | undefined {
  const stored = Object(value) as Partial<StoredFile>
  const { name, sizeBytes, type, lastModified, addedAtMs } = stored
  if (stored.owner !== owner || typeof name !== 'string' || typeof sizeBytes !== 'number') return undefined
  if (typeof type !== 'string' || typeof lastModified !== 'number' || typeof addedAtMs !== 'number')
    return undefined
  return Math.abs(nowMs - addedAtMs) < DAY_MS
    ? { ...stored, owner, name, sizeBytes, type, lastModified, addedAtMs, metadata: stored.metadata }
    : undefined
}
