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

function openRoute(rules: object, maxRetries = 0) {
  attempts.length = 0
  const clock = createFakeClock()
  const posted: string[][] = []
  const endpoint = {
    rules,
    tokenStatus: 200,
    completionStatus: 200,
    /** The answers are sent after it. */
    hold: Promise.resolve(),
    resultOf: (uuid: string): Result => ({
      status: 'accepted',
      data: { url: `https://app.example/${uuid}` },
    }),
  }
  const answer = async (_: unknown, init?: RequestInit): Promise<Response> => {
    await endpoint.hold
    const { completed } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
      completed?: string[]
    }
    if (completed && endpoint.completionStatus !== 200)
      return new Response('{}', { status: endpoint.completionStatus })
    if (completed) {
      posted.push(completed)
      return Response.json({ files: completed.map((uuid) => ({ uuid, ...endpoint.resultOf(uuid) })) })
    }
    if (endpoint.tokenStatus !== 200) return new Response('{}', { status: endpoint.tokenStatus })
    const expire = Math.floor(clock.wallMs() / 1000) + 600
    const token = {
      publicKey: 'demopublickey',
      secureSignature: 'a'.repeat(64),
      secureExpire: String(expire),
    }
    return Response.json({ ...token, expiresIn: 600, rules: endpoint.rules })
  }
  const routes = createUploadRoutes<Uploads>({
    endpoint: 'https://app.example/uploads',
    fetch: answer,
    clock,
    maxRetries,
    random: () => 1,
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

  it('shows that its files wait for the token while the rules cannot be fetched', async () => {
    const { clock, endpoint, route } = openRoute({ maxFiles: 2 }, 5)
    endpoint.tokenStatus = 503
    const queue = createScriptedQueue({ route })
    const [a, b] = queue.add([fileOf('a.txt'), fileOf('b.txt')])
    await clock.advance(0)
    const retryAtMs = clock.wallMs() + 500
    const waiting = { status: 'waiting', waitingFor: { reason: 'retry', what: 'token', retryAtMs } }
    expect(queue.getSnapshot()).toMatchObject({ status: 'uploading', items: [waiting, waiting] })
    const [c] = queue.add([fileOf('c.txt')])
    expect(c).toMatchObject(waiting)
    queue.pause(a?.id)
    queue.cancel(b?.id)
    await clock.advance(500)
    expect(queue.getSnapshot().items.map(({ status }) => status)).toStrictEqual([
      'paused',
      'canceled',
      'waiting',
    ])
    endpoint.tokenStatus = 200
    await clock.advance(1000)
    queue.resume(a?.id)
    await clock.advance(0)
    expect(queue.getSnapshot().items.map(({ status }) => status)).toStrictEqual([
      'uploading',
      'canceled',
      'uploading',
    ])
    expect(attempts).toHaveLength(2)
    queue.destroy()
    expect(clock.timers).toBe(0)
  })

  it('has queued files again while an attempt to fetch the rules is under way', async () => {
    const { clock, endpoint, route } = openRoute({}, 5)
    endpoint.tokenStatus = 503
    const queue = createScriptedQueue({ route })
    queue.add([fileOf('a.txt')])
    await clock.advance(0)
    endpoint.hold = new Promise(() => undefined)
    await clock.advance(500)
    expect(queue.getSnapshot().items).toMatchObject([{ status: 'queued' }])
    // The attempt ends after 10 seconds.
    await clock.advance(10_000)
    expect(queue.getSnapshot().items).toMatchObject([{ status: 'waiting', waitingFor: { what: 'token' } }])
  })

  it('shows that a file waits for the network while the rules cannot be fetched offline', async () => {
    const page = new EventTarget()
    const device = { onLine: false }
    vi.stubGlobal('navigator', device)
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
    const { clock, endpoint, route } = openRoute({}, 5)
    endpoint.hold = Promise.reject(new TypeError('Failed to fetch'))
    endpoint.hold.catch(() => undefined)
    const queue = createScriptedQueue({ route })
    queue.add([fileOf('a.txt')])
    await clock.advance(0)
    expect(queue.getSnapshot()).toMatchObject({
      status: 'offline',
      items: [{ status: 'waiting', waitingFor: { reason: 'network' } }],
    })
    endpoint.hold = Promise.resolve()
    device.onLine = true
    page.dispatchEvent(new Event('online'))
    await clock.advance(0)
    expect(queue.getSnapshot().items).toMatchObject([{ status: 'uploading' }])
    expect(queue.getSnapshot().items[0]).not.toHaveProperty('waitingFor')
    queue.destroy()
  })

  it('shows that a file waits while its completion is repeated', async () => {
    const { clock, endpoint, route } = openRoute({})
    const queue = createScriptedQueue({ route })
    queue.add([fileOf('a.txt')])
    await clock.advance(0)
    endpoint.completionStatus = 503
    attempts[0]?.succeed()
    await clock.advance(0)
    const retryAtMs = clock.wallMs() + 500
    expect(queue.getSnapshot()).toMatchObject({
      status: 'uploading',
      items: [
        { status: 'waiting', progress: 1, waitingFor: { reason: 'retry', what: 'completion', retryAtMs } },
      ],
    })
    endpoint.completionStatus = 200
    await clock.advance(500)
    expect(queue.getSnapshot().items).toMatchObject([{ status: 'uploaded' }])
    expect(attempts).toHaveLength(1)
    queue.destroy()
    expect(clock.timers).toBe(0)
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
