import type { RestFile } from '../rest-api/file.js'
import type { Completion } from './completion.js'
import { consumeQuota } from './limits.js'

const countedKey = (uuid: string): string => `uploads:counted:${uuid}`

/** Counts the bytes of a file, with a store of results exactly once. Returns `false` when the quota is exceeded. */
export async function countBytes(completion: Completion, file: RestFile): Promise<boolean> {
  const { quota, results, subject } = completion
  if (quota === undefined) return true
  const key = countedKey(file.uuid)
  // Without a store, a crash between counting and recording counts the file again.
  if (results !== undefined && (await results.get(key)) === true) return true
  if (!(await consumeQuota(quota, subject, file.size))) return false
  try {
    await results?.set(key, true)
  } catch (error) {
    await returnBytes(completion, file)
    throw error
  }
  return true
}

/** Awaited, so that the next completion counts the bytes and a platform does not stop before they are returned. */
export async function returnBytes(
  { quota, results, subject, onError }: Completion,
  { uuid, size }: RestFile,
): Promise<void> {
  if (quota === undefined) return
  try {
    await results?.set(countedKey(uuid), false)
  } catch (error) {
    onError(error)
  }
  try {
    await quota.limiter.reward(subject, size)
  } catch (error) {
    onError(error)
  }
}
