import type { Limiter } from '@secure-uploading/express'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'
import type { BackendSettings } from '../backend-settings.js'
import { openRedis } from './open-redis.js'

/** The rate limit for tokens per user. */
export interface TokenLimit {
  limiter: Limiter
  close: () => void
}

/**
 * Opens the rate limiter: in memory for one process, in Redis for several processes that share a limit.
 *
 * @throws {StartUpError} when Redis is unavailable.
 */
export async function openTokenLimit({
  tokensPerMinute,
  redisUrl,
}: Pick<BackendSettings, 'tokensPerMinute' | 'redisUrl'>): Promise<TokenLimit> {
  const limit = { keyPrefix: 'upload-tokens', points: tokensPerMinute, duration: 60 }
  if (redisUrl === undefined) return { limiter: new RateLimiterMemory(limit), close: () => undefined }
  const redis = await openRedis(redisUrl)
  return {
    limiter: new RateLimiterRedis({ ...limit, storeClient: redis, rejectIfRedisNotReady: true }),
    close: () => {
      redis.disconnect()
    },
  }
}
