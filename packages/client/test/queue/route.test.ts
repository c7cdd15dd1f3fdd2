import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUploadRoutes } from '../../src/routes/create-upload-routes.js'
import { createFakeClock } from '../fake-clock.js'
import { createScriptedQueue, fileOf } from './queue-world.js'
import { attempts } from './scripted-upload.js'

afterEach(() => vi.unstubAllGlobals())

interface Uploads {
  '~data'?: { photos: { url: string } }
}

type Result = { status: 'accepted'; data: unknown } | { status: 'rejected'; code: string; message: string }

function openRoute(rules: object) {
  attempts.length = 0
  const clock = createFakeClock()
  const posted: string[][] = []
  const endpoint = {
    rules,
    tokenStatus: 200,
    resultOf: (uuid: string): Result => ({
      status: 'accepted',
      data: { url: `https://app.example/${uuid}` },
    }),
  }
  const answer = (_: unknown, init?: RequestInit): Promise<Response> => {
    const { completed } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
      completed?: string[]
    }
    if (completed) {
      posted.push(completed)
      return Promise.resolve(
        Response.json({ files: completed.map((uuid) => ({ uuid, ...endpoint.resultOf(uuid) })) }),
      )
    }
    if (endpoint.tokenStatus !== 200)
      return Promise.resolve(new Response('{}', { status: endpoint.tokenStatus }))
    const expire = Math.floor(clock.wallMs() / 1000) + 600
    const token = {
      publicKey: 'demopublickey',
      secureSignature: 'a'.repeat(64),
      secureExpire: String(expire),
    }
    return Promise.resolve(Response.json({ ...token, expiresIn: 600, rules: endpoint.rules }))
  }
  const routes = createUploadRoutes<Uploads>({
    endpoint: 'https://app.example/uploads',
    fetch: answer,
    clock,
    maxRetries: 0,
  })
  return { clock, posted, endpoint, routes, route: routes.route('photos') }
}

describe('a queue with an upload route', () => {
  it('completes each file as soon as it is uploaded, and has its data', async () => {
    const { clock, posted, route } = openRoute({})
    const queue = createScriptedQueue({ route })
    queue.add([fileOf('a.txt'), fileOf('b.txt')])
    await clock.advance(0)
    attempts[1]?.succeed()
    await clock.advance(0)
    const [a, b] = queue.getSnapshot().items
    expect(posted).toStrictEqual([[b?.id]])
    expect(a?.status).toBe('uploading')
    expect(b).toMatchObject({ status: 'uploaded', data: { url: `https://app.example/${String(b?.id)}` } })
  })

  it('rejects the files that break the rules of the route or its own, before a byte is sent', async () => {
    const { clock, route } = openRoute({ maxBytes: 10, maxFiles: 3, accept: ['text/*'] })
    const queue = createScriptedQueue({ route, maxBytes: 20, maxFiles: 2 })
    queue.add([fileOf('own limit.txt', 21), fileOf('route limit.txt', 11), fileOf('a.txt')])
    expect(queue.getSnapshot().items.map(({ status }) => status)).toStrictEqual([
      'rejected',
      'queued',
      'queued',
    ])
    await clock.advance(0)
    queue.add([fileOf('b.txt'), fileOf('c.txt')])
    expect(
      queue.getSnapshot().items.map(({ error }) => (error as { code?: string } | undefined)?.code),
    ).toStrictEqual(['ERR_FILE_TOO_LARGE', 'ERR_FILE_TOO_LARGE', undefined, undefined, 'ERR_TOO_MANY_FILES'])
    await clock.advance(0)
    expect(attempts).toHaveLength(2)
  })

  it('fails with the error of the endpoint when the rules cannot be fetched, and asks again at a retry', async () => {
    const { clock, endpoint, route } = openRoute({})
    endpoint.tokenStatus = 401
    const queue = createScriptedQueue({ route })
    queue.add([fileOf('a.txt'), fileOf('b.txt')])
    await clock.advance(0)
    expect(queue.getSnapshot().items).toMatchObject([
      { status: 'failed', error: { status: 401 } },
      { status: 'failed', error: { status: 401 } },
    ])
    endpoint.tokenStatus = 200
    queue.retry()
    await clock.advance(0)
    expect(queue.getSnapshot().counts.uploading).toBe(2)
  })

  it('completes again, and does not send again, when the completion was late', async () => {
    const { clock, endpoint, route } = openRoute({})
    const queue = createScriptedQueue({ route })
    endpoint.resultOf = () => ({ status: 'rejected', code: 'ERR_COMPLETION_PENDING', message: 'Not yet' })
    const [added] = queue.add([fileOf('a.txt')])
    await clock.advance(0)
    attempts[0]?.succeed()
    await clock.advance(0)
    expect(queue.getSnapshot().items).toMatchObject([
      { status: 'failed', error: { code: 'ERR_COMPLETION_PENDING' } },
    ])
    endpoint.resultOf = () => ({ status: 'accepted', data: null })
    queue.retry(added?.id)
    await clock.advance(0)
    expect(queue.getSnapshot().items).toMatchObject([{ status: 'uploaded', data: null }])
    expect(attempts).toHaveLength(1)
  })

  it('sends a file again that the server has refused', async () => {
    const { clock, endpoint, route } = openRoute({})
    const queue = createScriptedQueue({ route })
    endpoint.resultOf = () => ({ status: 'rejected', code: 'ERR_FILE_TYPE', message: 'Not an image' })
    queue.add([fileOf('a.txt')])
    await clock.advance(0)
    attempts[0]?.succeed()
    await clock.advance(0)
    expect(queue.getSnapshot().items).toMatchObject([{ status: 'failed', error: { code: 'ERR_FILE_TYPE' } }])
    queue.retry()
    await clock.advance(0)
    expect(attempts).toHaveLength(2)
  })

  it('is empty after routes.clear()', async () => {
    const { clock, routes, route } = openRoute({})
    const queue = createScriptedQueue({ route })
    queue.add([fileOf('a.txt')])
    await clock.advance(0)
    routes.clear()
    await clock.advance(0)
    expect(queue.getSnapshot().items).toStrictEqual([])
    expect(attempts.every(({ isOver }) => isOver)).toBe(true)
  })
})
