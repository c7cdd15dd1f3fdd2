import { StartUpError } from '@secure-uploading/demo-kit'
import { Redis } from 'ioredis'

/**
 * Connects to Redis, and goes on trying when the connection breaks later.
 *
 * @throws {StartUpError} when it does not answer, or does not accept the password.
 */
export async function openRedis(url: string): Promise<Redis> {
  const redis = new Redis(url, {
    lazyConnect: true,
    // While Redis is away, a command fails at once: nobody waits for it.
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
      `The Redis of REDIS_URL cannot be used: ${problem}. Without REDIS_URL, tokens are counted in memory.`,
    )
  }
  reportOutages(redis)
  return redis
}

/** Says once that Redis is away, and once that it is back. */
function reportOutages(redis: Redis): void {
  let isAway = false
  redis.on('reconnecting', () => {
    if (!isAway) console.error('Redis is away. No upload tokens are issued until it is back.')
    isAway = true
  })
  redis.on('ready', () => {
    if (isAway) console.error('Redis is back.')
    isAway = false
  })
}

/** The error itself is never shown: it may carry the command that failed, and with it the password. */
function describe(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message.replace(/\.$/, '')
}
