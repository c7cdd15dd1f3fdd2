import { getEventListeners } from 'node:events'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUploadQueue } from '../../src/queue/create-upload-queue.js'
import { createUploadRoutes } from '../../src/routes/create-upload-routes.js'
import { useStage } from '../use-stage.js'
import { createQueueWorld, fileOf } from './queue-world.js'

const stage = await useStage()
afterEach(() => vi.unstubAllGlobals())

const filesOf = (count: number): File[] =>
  Array.from({ length: count }, (_, index) => new File(['hello'], `${String(index)}.txt`))

describe('what a queue holds after its files have ended', () => {
  it('is one listener for the sign-out, however many files were uploaded', async () => {
    const client = stage.createClient()
    const queue = createUploadQueue({ client })
    const { session } = client.tokenSource
    queue.add(filesOf(1))
    await queue.settled()
    const listeners = getEventListeners(session, 'abort').length
    queue.add(filesOf(100).slice(1))
    await queue.settled()
    expect(queue.getSnapshot().counts.uploaded).toBe(100)
    expect(getEventListeners(session, 'abort')).toHaveLength(listeners)
    queue.destroy()
    expect(getEventListeners(session, 'abort')).toHaveLength(listeners - 1)
  })

  it('is no listener of a completion, however many files were completed', async () => {
    const { tokenSource } = stage.createClient()
    const routes = createUploadRoutes<{ '~data'?: { notes: unknown } }>({
      endpoint: 'https://app.example/uploads',
      baseURL: stage.url,
      fetch: async (_, init) => {
        const { completed } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
          completed?: string[]
        }
        if (!completed) return Response.json({ ...(await tokenSource.getToken()), expiresIn: 60 })
        return Response.json({ files: completed.map((uuid) => ({ uuid, status: 'accepted', data: 1 })) })
      },
    })
    const route = routes.route('notes')
    const queue = createUploadQueue({ route })
    const { session } = route.tokenSource
    queue.add(filesOf(1))
    await queue.settled()
    const listeners = getEventListeners(session, 'abort').length
    queue.add(filesOf(50).slice(1))
    await queue.settled()
    expect(queue.getSnapshot().counts.uploaded).toBe(50)
    expect(getEventListeners(session, 'abort')).toHaveLength(listeners)
  })

  it('is no timer, whatever ended them', async () => {
    const world = createQueueWorld()
    world.queue.add(Array.from({ length: 30 }, (_, index) => fileOf(`${String(index)}.txt`, 1000)))
    for (let round = 0; round < 30; round++) {
      await world.settle()
      for (const [index, attempt] of world.live().entries()) {
        attempt.progress(0.5)
        if (index % 3 === 0) attempt.retry(1000)
        if (index % 2 === 0) attempt.succeed()
        else attempt.fail()
      }
    }
    await world.clock.advance(100)
    expect(world.queue.getSnapshot().counts).toMatchObject({
      uploaded: expect.any(Number) as number,
      queued: 0,
    })
    expect(world.clock.timers).toBe(0)
  })

  it.each(['clear', 'destroy'] as const)('is no preview after %s', (end) => {
    const created = vi.spyOn(URL, 'createObjectURL')
    const revoked = vi.spyOn(URL, 'revokeObjectURL')
    const { queue } = createQueueWorld({ autoStart: false })
    const items = queue.add(filesOf(100))
    for (const { id } of [...items, ...items]) queue.preview(id)
    expect(created).toHaveBeenCalledTimes(100)
    queue[end]()
    const urls = created.mock.results.map(({ value }) => value as string)
    expect(revoked.mock.calls.map(([url]) => url)).toStrictEqual(urls)
    created.mockRestore()
    revoked.mockRestore()
  })
})
