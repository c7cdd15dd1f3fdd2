import { StartUpError } from '@secure-uploading/demo-kit'
import { Redis } from 'ioredis'

/**
 * Connects to Redis, and reconnects when the connection breaks later.
 *
 * @throws {StartUpError} when Redis does not respond or rejects the password.
 */
export async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    // While Redis is unavailable, commands fail immediately instead of waiting.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 2000,
  })
  let problem = 'the connection was closed'
  redis.on('error', (error) => {
    problem = describe(error)
  })
  try {
    await redis.connect()
  } catch {
    redis.disconnect()
    throw new StartUpError(
      `Could not connect to Redis at REDIS_URL: ${problem}. Fix it, or unset REDIS_URL to count tokens in memory.`,
    )
  }
  reportOutages(redis)
  return redis
}

/** Logs each outage once at its start and once at its end. */
function reportOutages(redis: Redis): void {
  let isDown = false
  redis.on('reconnecting', () => {
    if (!isDown)
      console.error('Redis is unavailable. No upload tokens are issued until it is available again.')
    isDown = true
  })
  redis.on('ready', () => {
    if (isDown) console.error('Redis is available again.')
    isDown = false
  })
}

/** The error object must not be logged: it may carry the failed command, which contains the password. */
function describe(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message.replace(/\.$/, '')
}
