import { startRedis } from '@secure-uploading/tooling/redis'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { startDemoProcess, tryDemoProcess, type DemoProcess } from '../test/demo/start-demo-process.js'

const PASSWORD = 'a-password-that-must-not-be-printed'

const redis = await startRedis({ password: PASSWORD })
const demos: DemoProcess[] = []
afterEach(() => Promise.all(demos.splice(0).map((demo) => demo.stop())))
afterAll(() => redis?.close())

const redisUrl = (password: string): string => `${redis?.socket ?? ''}?password=${password}`

/** Starts a process of the demo with this Redis, and signs in. */
async function startSignedIn(): Promise<{ demo: DemoProcess; fetchToken: () => Promise<Response> }> {
  const demo = await startDemoProcess({ REDIS_URL: redisUrl(PASSWORD), UPLOAD_TOKENS_PER_MINUTE: '10' })
  demos.push(demo)
  const session = await fetch(`${demo.url}/api/session`, { method: 'POST' })
  const cookie = session.headers.get('set-cookie') ?? ''
  return {
    demo,
    fetchToken: () => fetch(`${demo.url}/api/upload-token`, { method: 'POST', headers: { cookie } }),
  }
}

describe.skipIf(redis === undefined)('the rate limit in Redis', () => {
  it('is shared by two processes', async () => {
    const [first, second] = [await startSignedIn(), await startSignedIn()]

    const answers = await Promise.all(
      Array.from({ length: 15 }, () => [first.fetchToken(), second.fetchToken()]).flat(),
    )

    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
    expect(refused).toHaveLength(20)
    for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('issues no tokens while Redis is unavailable, logs the outage without the password, and recovers', async () => {
    const { demo, fetchToken } = await startSignedIn()
    await redis?.stop()

    await expect.poll(() => demo.stderr).toContain('Redis is unavailable. No upload tokens are issued')
    expect((await fetchToken()).status).toBe(500)
    await expect.poll(() => demo.stderr).toContain('Redis connection is not ready')

    await redis?.start()
    await expect.poll(() => demo.stderr, { timeout: 20_000 }).toContain('Redis is available again.')
    expect((await fetchToken()).status).toBe(200)
    expect(demo.stderr).not.toContain(PASSWORD)
  })

  it('prevents startup with a wrong password without printing it', async () => {
    const failed = await tryDemoProcess({ REDIS_URL: redisUrl('a-wrong-password') })
    expect(failed).toEqual({
      exitCode: 1,
      stderr:
        'Could not connect to Redis at REDIS_URL: WRONGPASS invalid username-password pair or user is disabled. ' +
        'Fix it, or unset REDIS_URL to count tokens in memory.\n',
    })
  })
})
