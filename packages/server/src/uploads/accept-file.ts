import { callSafely } from '../options/hooks.js'
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
  if (completion.quota === undefined) return recordAcceptance(completion, file)

  const { uuid } = file
  // Counted twice, the file could exceed the quota and be deleted while the other request accepts it.
  const release = completion.claim(uuid)
  if (release === undefined) return { result: processing(uuid) }
  try {
    const refund = await countBytes(completion, file)
    if (refund === undefined) return { rule: QUOTA_EXCEEDED }
    let acceptance: Acceptance | undefined
    try {
      acceptance = await recordAcceptance(completion, file)
    } finally {
      if (acceptance !== 'recorded') refund()
    }
    return acceptance
  } finally {
    release()
  }
}

async function recordAcceptance(completion: Completion, { uuid }: RestFile): Promise<Acceptance> {
  return (await writeAcceptanceRecord(completion, uuid)) ? 'recorded' : { result: notFound(uuid) }
}

/** Returns a function that returns the bytes to the quota; `undefined` when the quota is exceeded. */
async function countBytes(
  { quota, results, subject }: Completion,
  { uuid, size }: RestFile,
): Promise<(() => void) | undefined> {
  if (quota === undefined) return () => undefined
  const key = `uploads:counted:${uuid}`
  // Without a store, a crash between counting and recording counts the file again.
  const isCounted = results !== undefined && (await results.get(key)) === true
  if (!isCounted && !(await consumeQuota(quota, subject, size))) return undefined
  if (!isCounted) await results?.set(key, true)
  return () => {
    callSafely(async () => {
      await results?.set(key, false)
      await quota.limiter.reward(subject, size)
    })
  }
}
