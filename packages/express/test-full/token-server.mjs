// One of several token servers that share a limit in Redis. It sends its port to the parent process.
import { createTokenHandler } from '@secure-uploading/express'
import express from 'express'
import { Redis } from 'ioredis'
import { RateLimiterRedis } from 'rate-limiter-flexible'

const [redisSocket, whenDown] = process.argv.slice(2)
// Without an offline queue a request fails immediately while Redis is down.
const redis = new Redis({ path: redisSocket, enableOfflineQueue: false })
redis.on('error', () => undefined)
const limiter = new RateLimiterRedis({
  storeClient: redis,
  points: 10,
  duration: 60,
  keyPrefix: 'upload-token',
})

const app = express()
app.all(
  '/api/upload-token',
  createTokenHandler({
    publicKey: 'demopublickey',
    secretKey: 'demosecretkey',
    authorize: (request) => ({ subject: request.get('x-user') }),
    rateLimit: { limiter, whenDown },
    onError: (error) => process.send({ error: String(error) }),
  }),
)
redis.once('ready', () => {
  const server = app.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }))
})
process.once('disconnect', () => process.exit())
