import { startRedis } from '@secure-uploading/tooling/redis'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { startDemoProcess, tryDemoProcess, type DemoProcess } from '../test/demo/start-demo-process.js'

const PASSWORD = 'a-password-that-nobody-prints'

const redis = await startRedis({ password: PASSWORD })
const demos: DemoProcess[] = []
afterEach(() => Promise.all(demos.splice(0).map((demo) => demo.stop())))
afterAll(() => redis?.close())

const redisUrl = (password: string): string => `${redis?.socket ?? ''}?password=${password}`

/** Starts a process of the demo with this Redis, and signs in there. */
async function startSignedIn(): Promise<{ demo: DemoProcess; askForToken: () => Promise<Response> }> {
  const demo = await startDemoProcess({ REDIS_URL: redisUrl(PASSWORD), UPLOAD_TOKENS_PER_MINUTE: '10' })
  demos.push(demo)
  const session = await fetch(`${demo.url}/api/session`, { method: 'POST' })
  const cookie = session.headers.get('set-cookie') ?? ''
  return {
    demo,
    askForToken: () => fetch(`${demo.url}/api/upload-token`, { method: 'POST', headers: { cookie } }),
  }
}

describe.skipIf(redis === undefined)('processes that count in one Redis', () => {
  it("hold one user's limit together", async () => {
    const [first, second] = [await startSignedIn(), await startSignedIn()]

    const answers = await Promise.all(
      Array.from({ length: 15 }, () => [first.askForToken(), second.askForToken()]).flat(),
    )

    const refused = answers.filter(({ status }) => status === 429)
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10)
    expect(refused).toHaveLength(20)
    for (const { headers } of refused) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
  })
  it('give no token while Redis is away, say so without its password, and go on when it is back', async () => {
    const { demo, askForToken } = await startSignedIn()
    await redis?.stop()

    await expect.poll(() => demo.stderr).toContain('Redis is away. No upload tokens are issued')
    expect((await askForToken()).status).toBe(500)
    await expect.poll(() => demo.stderr).toContain('Redis connection is not ready')

    await redis?.start()
    await expect.poll(() => demo.stderr, { timeout: 20_000 }).toContain('Redis is back.')
    expect((await askForToken()).status).toBe(200)
    expect(demo.stderr).not.toContain(PASSWORD)
  })

  it('do not start with a wrong password, and do not show it', async () => {
    const failed = await tryDemoProcess({ REDIS_URL: redisUrl('a-wrong-password') })
    expect(failed).toEqual({
      exitCode: 1,
      stderr:
        'The Redis of REDIS_URL cannot be used: WRONGPASS invalid username-password pair or user is disabled. ' +
        'Without REDIS_URL, tokens are counted in memory.\n',
    })
  })
})
