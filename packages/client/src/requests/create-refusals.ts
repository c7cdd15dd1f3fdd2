import type { UploadError } from '@uploadcare/upload-client'
import { isExpired, refusalError } from './refusal-error.js'
import type { RequestContext } from './request-context.js'
import type { Credential } from './take-credential.js'
import type { UploadRequest } from './upload-event.js'
import type { RetryOptions } from './upload-options.js'

/** The refused tokens of one request. */
export interface Refusals {
  /** Drops a refused token. @throws {SecureUploadError} when another token would not help. */
  replace(error: UploadError, credential: Credential): Promise<void>
}

// A smaller body that outlives its token was delayed by chance, and is repeated.
const LARGE_BODY_BYTES = 1024 * 1024

export function createRefusals(
  { source, emit, tally }: RequestContext,
  { name, options, bodyBytes = 0 }: { name: UploadRequest; options: RetryOptions; bodyBytes?: number },
): Refusals {
  let isRepeated = false
  let successes: number | undefined

  /** Whether an upload has succeeded since this request was last refused for its number of operations, if it was. */
  async function hasSucceeded(): Promise<boolean> {
    const before = successes
    // The request that used the last operation may still wait for its answer.
    if (before !== undefined) await tally.untilSuccess(before, options.signal)
    successes = tally.successes()
    return before === undefined || successes > before
  }

  return {
    async replace(error, { token, ageWhenSentMs }) {
      const code: string = error.code ?? ''
      const { ageMs, lifeMs } = source.describe(token) ?? { ageMs: 0, lifeMs: 0 }
      source.invalidate(token)
      emit({ type: 'refused', what: name, code, ageMs })
      // A large body that takes longer than any token is valid would take as long the second time.
      const outlivedToken = isExpired(code) && ageMs - ageWhenSentMs >= lifeMs
      const isTooSlow = outlivedToken && name === 'base' && (bodyBytes >= LARGE_BODY_BYTES || isRepeated)
      const isUsedUp = code === 'OperationsLimitExceededError'
      if (!isTooSlow && isUsedUp && (await hasSucceeded())) return
      if (isTooSlow || isRepeated) throw refusalError(name, error, { ageMs, lifeMs })
      isRepeated = true
    },
  }
}
