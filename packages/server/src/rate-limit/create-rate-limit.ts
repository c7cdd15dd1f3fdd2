import { Denial } from '../answer/denial.js'
import type { Grant } from '../authorize/grant.js'
import { createReporter } from '../hooks/create-reporter.js'
import { ignoreRejection } from '../hooks/ignore-rejection.js'
import type { TokenHandlerOptions } from '../options/token-handler-options.js'
import { millisecondsToWait } from './milliseconds-to-wait.js'
import type { RateLimit } from './rate-limit.js'

/** Counts a token for whom it is granted, and throws the denial when there is no room. `undefined` without a limit. */
export function createRateLimit<Args extends unknown[]>(
  options: TokenHandlerOptions<Args>,
): ((grant: Grant, args: Args) => Promise<void>) | undefined {
  const { rateLimit } = options
  if (rateLimit === undefined) return undefined
  const report = createReporter(options)

  return async (grant, args) => {
    const key = keyOf(rateLimit, grant, args)
    try {
      await rateLimit.limiter.consume(key)
    } catch (reason) {
      const waitMs = millisecondsToWait(reason)
      if (waitMs !== undefined) {
        const retryAfter = Math.max(1, Math.ceil(waitMs / 1000))
        throw new Denial('rate-limit', { subject: grant.subject, retryAfter })
      }
      if (rateLimit.whenDown !== 'allow') throw reason
      report.error(reason, args)
    }
  }
}

function keyOf<Args extends unknown[]>(rateLimit: RateLimit<Args>, grant: Grant, args: Args): string {
  const key: unknown = rateLimit.key ? rateLimit.key(grant, ...args) : grant.subject
  if (typeof key === 'string' && key !== '') return key
  ignoreRejection(key)
  throw new TypeError(
    rateLimit.key
      ? '"rateLimit.key" must return a string that is not empty, and no promise of one'
      : 'The rate limit counts by "subject", and the grant has none: return one from "authorize", or give "rateLimit.key"',
  )
}
