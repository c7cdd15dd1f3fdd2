import { RestUnavailableError } from '../rest-api/errors.js'
import type { RestFile } from '../rest-api/file.js'
import { writeAcceptanceRecord } from './acceptance-record.js'
import { countBytes, returnBytes } from './byte-count.js'
import type { Completion } from './completion.js'
import type { FileCounter } from './file-counter.js'
import { notFound, processing, type FileResult } from './file-result.js'
import { QUOTA_EXCEEDED, tooManyFiles, type BrokenRule } from './rules.js'
import type { Turn } from './turns.js'

/** The result of writing the acceptance record. */
export type Acceptance = 'recorded' | { rule: BrokenRule } | { result: FileResult }

/** The counter of a completion, the token of a file, and its place among the names, in whose order files are counted. */
export interface Counting {
  counter: FileCounter
  turn: Turn
  tokenId: string
}

/**
 * Counts a file that keeps the rules and its bytes, and replaces its receipt with the acceptance record. The record takes the
 * receipt out of public view, and cannot be used for another file. Without `counting` the number of files is not limited.
 */
export async function acceptFile(
  completion: Completion,
  counting: Counting | undefined,
  file: RestFile,
): Promise<Acceptance> {
  const { uuid } = file
  await counting?.turn.reached
  if (completion.isOver()) return { result: processing(uuid) }
  if (completion.quota === undefined && counting === undefined) return recordAcceptance(completion, file)

  // Counted twice, the file could exceed a limit and be deleted while the other request accepts it.
  const release = completion.claim(uuid)
  if (release === undefined) return { result: processing(uuid) }
  let isRecorded = false
  try {
    const refusal = await count(completion, counting, file)
    if (refusal !== undefined) return refusal
    const acceptance = await recordAcceptance(completion, file).catch(async (error: unknown) => {
      // The record may have been written. The store knows that the bytes are counted, so the next completion counts none.
      const mayBeAccepted = error instanceof RestUnavailableError && error.isOutcomeUnknown
      if (!mayBeAccepted || completion.results === undefined) await returnBytes(completion, file)
      throw error
    })
    isRecorded = acceptance === 'recorded'
    if (!isRecorded) await returnBytes(completion, file)
    return acceptance
  } finally {
    // A request that looked up the file before could count it again, so the claim ends with its time. A store knows that it is counted.
    const isCountedOnce = completion.quota === undefined || completion.results !== undefined
    if (!isRecorded || isCountedOnce) release()
  }
}

async function recordAcceptance(completion: Completion, { uuid }: RestFile): Promise<Acceptance> {
  return (await writeAcceptanceRecord(completion, uuid)) ? 'recorded' : { result: notFound(uuid) }
}

/** Returns the refusal of a file that exceeds a limit. A file that the quota refuses takes no place of its token. */
async function count(
  completion: Completion,
  counting: Counting | undefined,
  file: RestFile,
): Promise<Exclude<Acceptance, 'recorded'> | undefined> {
  if (counting === undefined)
    return (await countBytes(completion, file)) ? undefined : { rule: QUOTA_EXCEEDED }
  const { counter, tokenId, turn } = counting
  const { uuid } = file
  const release = completion.claim(`token ${tokenId}`)
  if (release === undefined) return { result: processing(uuid) }
  try {
    if (!(await counter.count(tokenId, uuid))) {
      return { rule: tooManyFiles(completion.route.rules.maxFiles ?? Infinity) }
    }
    const isWithinQuota = await countBytes(completion, file).catch(async (error: unknown) => {
      await counter.release(tokenId, uuid)
      throw error
    })
    if (isWithinQuota) return undefined
    await counter.release(tokenId, uuid)
    return { rule: QUOTA_EXCEEDED }
  } finally {
    release()
    turn.pass()
  }
}
