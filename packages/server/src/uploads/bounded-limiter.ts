import { ignoreRejection } from '../options/hooks.js'
import { callInTime, type LateError } from './call-in-time.js'
import type { QuotaLimiter } from './limits.js'

const late: LateError = (limitMs) =>
  new Error(
    `"quota.limiter" did not answer within ${limitMs} ms. Check the connection of its store, and let it fail without one`,
  )

/** Creates a limiter that fails where the app's limiter does not answer in time. Bytes that it consumes later are returned. */
export function createBoundedLimiter(limiter: QuotaLimiter, limitMs: number): QuotaLimiter {
  return {
    async consume(subject, bytes) {
      let isLate = false
      const consume = async (): Promise<unknown> => {
        const result = await limiter.consume(subject, bytes)
        if (isLate) ignoreRejection(limiter.reward(subject, bytes))
        return result
      }
      return callInTime(consume, limitMs, (ms) => {
        isLate = true
        return late(ms)
      })
    },
    reward: (subject, bytes) => callInTime(() => limiter.reward(subject, bytes), limitMs, late),
  }
}
