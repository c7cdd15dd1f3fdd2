import { RestUnavailableError } from '../rest-api/errors.js'
import type { RestFile } from '../rest-api/file.js'
import { writeAcceptanceRecord } from './acceptance-record.js'
import type { Completion } from './completion.js'
import { notFound, processing, type FileResult } from './file-result.js'
import { consumeQuota } from './limits.js'
import { QUOTA_EXCEEDED, type BrokenRule } from './rules.js'

/** The result of writing the acceptance record. */
export type Acceptance = 'recorded' | { rule: BrokenRule } | { result: FileResult }

/**
 * Counts the bytes of a file that keeps the rules, and replaces its receipt with the acceptance record. The record takes the
 * receipt out of public view, and cannot be used for another file.
 */
export async function acceptFile(completion: Completion, file: RestFile): Promise<Acceptance> {
  const { uuid } = file
  const { quota, route } = completion
  if (quota === undefined && route.rules.maxFiles === undefined) return recordAcceptance(completion, file)

  // Counted twice, the file could exceed a limit and be deleted while the other request accepts it.
  const release = completion.claim(uuid)
  if (release === undefined) return { result: processing(uuid) }
  try {
    if (!(await countBytes(completion, file))) return { rule: QUOTA_EXCEEDED }
    const acceptance = await recordAcceptance(completion, file).catch(async (error: unknown) => {
      // The record may have been written. The store knows that the bytes are counted, so the next completion counts none.
      const mayBeAccepted = error instanceof RestUnavailableError && error.isOutcomeUnknown
      if (!mayBeAccepted || completion.results === undefined) await returnBytes(completion, file)
      throw error
    })
    if (acceptance !== 'recorded') await returnBytes(completion, file)
    return acceptance
  } finally {
    release()
  }
}

async function recordAcceptance(completion: Completion, { uuid }: RestFile): Promise<Acceptance> {
  return (await writeAcceptanceRecord(completion, uuid)) ? 'recorded' : { result: notFound(uuid) }
}

const countedKey = (uuid: string): string => `uploads:counted:${uuid}`

/** Returns `false` when the quota is exceeded. */
async function countBytes(completion: Completion, file: RestFile): Promise<boolean> {
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
async function returnBytes(
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
