import { sendTo } from '@secure-uploading/contract/node'
import { startRedis } from '@secure-uploading/tooling/redis'
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'

const redis = await startRedis()
const processes: ChildProcess[] = []

afterAll(async () => {
  for (const child of processes) child.disconnect()
  await redis?.close()
})

interface TokenServer {
  errors: string[]
  ask(user: string): Promise<Response>
}

async function startTokenServer(whenDown: 'refuse' | 'allow'): Promise<TokenServer> {
  const child = fork(path.join(import.meta.dirname, 'token-server.mjs'), [redis?.socket ?? '', whenDown])
  processes.push(child)
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  const errors: string[] = []
  child.on('message', ({ error }: { error: string }) => errors.push(error))
  return {
    errors,
    ask: (user) => {
      const request = new Request('http://app.example/api/upload-token', {
        method: 'POST',
        headers: { host: 'app.example', 'x-user': user },
      })
      return sendTo(port, request)
    },
  }
}

describe.skipIf(redis === undefined)('a rate limit in Redis', () => {
  it('is shared by two server processes', async () => {
    const servers = [await startTokenServer('refuse'), await startTokenServer('refuse')] as const

    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) => servers[index % 2 === 0 ? 0 : 1].ask('ada')),
    )
    const statuses = answers.map((answer) => answer.status)

    expect(statuses.filter((status) => status === 200)).toHaveLength(10)
    expect(statuses.filter((status) => status === 429)).toHaveLength(20)
    for (const answer of answers.filter(({ status }) => status === 429)) {
      const retryAfter = Number(answer.headers.get('retry-after'))
      expect(retryAfter).toBeGreaterThanOrEqual(1)
      expect(retryAfter).toBeLessThanOrEqual(60)
    }
    const others = await Promise.all(servers.map((server) => server.ask('bob')))
    expect(others.map((answer) => answer.status)).toEqual([200, 200])
  })

  it('refuses or allows requests while Redis is down, and calls onError in both cases', async () => {
    const refusing = await startTokenServer('refuse')
    const allowing = await startTokenServer('allow')
    await redis?.stop()

    expect((await refusing.ask('eve')).status).toBe(500)
    expect((await allowing.ask('eve')).status).toBe(200)

    await expect.poll(() => refusing.errors.length).toBe(1)
    await expect.poll(() => allowing.errors.length).toBe(1)
  })
})
