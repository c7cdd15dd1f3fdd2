import { afterEach, describe, expect, it, vi } from 'vitest'
import { createQueueWorld, fileOf } from './queue-world.js'

afterEach(() => vi.unstubAllGlobals())

type World = ReturnType<typeof createQueueWorld>

/** Ways to end the last file of a paused queue. Its bytes are sent, so that pause() does not stop it. */
const ENDINGS: [string, (world: World, id: string) => void][] = [
  ['is canceled', ({ queue }, id) => queue.cancel(id)],
  ['is canceled with all others', ({ queue }) => queue.cancel()],
  ['is removed', ({ queue }, id) => queue.remove(id)],
  ['fails', ({ live }) => live()[0]?.fail()],
  ['is uploaded', ({ live }) => live()[0]?.succeed()],
]

describe('the status of a paused queue', () => {
  it.each(ENDINGS)('is idle after the last file %s, and the next file is paused', async (_, end) => {
    const world = createQueueWorld()
    const [file] = world.queue.add([fileOf('a.txt')])
    await world.settle()
    world.live()[0]?.sent()
    world.queue.pause()
    expect(world.queue.getSnapshot().status).toBe('paused')

    end(world, file?.id ?? '')
    await world.settle()
    expect(world.queue.getSnapshot().status).toBe('idle')

    world.queue.add([fileOf('b.txt')])
    await world.settle()
    expect(world.queue.getSnapshot()).toMatchObject({ status: 'paused', counts: { paused: 1 } })
    world.queue.resume()
    await world.settle()
    expect(world.queue.getSnapshot().status).toBe('uploading')
  })

  it('is idle while the queue is empty, and pause() neither notifies nor creates a snapshot', () => {
    const world = createQueueWorld()
    const before = world.queue.getSnapshot()
    world.queue.pause()
    world.queue.resume()
    world.queue.pause()
    expect(world.queue.getSnapshot()).toBe(before)
    expect(world.notifications).toBe(0)
  })

  it('is paused for a file that is added to an empty queue after pause()', async () => {
    const world = createQueueWorld()
    world.queue.pause()
    world.queue.add([fileOf('a.txt')])
    await world.settle()
    expect(world.queue.getSnapshot()).toMatchObject({ status: 'paused', counts: { paused: 1 } })
    expect(world.attempts).toHaveLength(0)
  })

  it.each(['clear', 'sign out'] as const)('ends with %s: the next file is sent', async (how) => {
    const world = createQueueWorld()
    world.queue.add([fileOf('a.txt')])
    world.queue.pause()
    if (how === 'clear') world.queue.clear()
    else world.source.clear()
    world.queue.add([fileOf('b.txt')])
    await world.settle()
    expect(world.statuses()).toStrictEqual(['uploading'])
  })
})

describe('the pause of a queue without files', () => {
  it.each(['clear', 'sign out'] as const)('ends with %s', async (how) => {
    const world = createQueueWorld()
    world.queue.pause()
    if (how === 'clear') world.queue.clear()
    else world.source.clear()
    world.queue.add([fileOf('a.txt')])
    await world.settle()
    expect(world.statuses()).toStrictEqual(['uploading'])
  })
})

describe('retry() without an id', () => {
  it('sends the failed files again, and neither the canceled nor the rejected ones', async () => {
    const world = createQueueWorld({ maxBytes: 10 })
    const [, canceled, rejected] = world.queue.add([fileOf('a.txt'), fileOf('b.txt'), fileOf('c.txt', 11)])
    await world.settle()
    world.queue.cancel(canceled?.id)
    world.live()[0]?.fail()
    await world.settle()
    expect(world.statuses()).toStrictEqual(['failed', 'canceled', 'rejected'])

    world.queue.retry()
    await world.settle()
    expect(world.statuses()).toStrictEqual(['uploading', 'canceled', 'rejected'])

    world.queue.retry(canceled?.id)
    world.queue.retry(rejected?.id)
    await world.settle()
    expect(world.statuses()).toStrictEqual(['uploading', 'uploading', 'rejected'])
  })
})

describe('pause and resume', () => {
  it('a hundred times in the same moment leave one attempt, and the file is uploaded once', async () => {
    const world = createQueueWorld()
    world.queue.add([fileOf('small.txt'), fileOf('large.bin', 12_000_000)])
    await world.settle()
    for (let round = 0; round < 100; round++) {
      world.queue.pause()
      world.queue.resume()
    }
    await world.settle()
    expect(world.live().map(({ id }) => id)).toHaveLength(2)
    for (const attempt of world.live()) attempt.succeed()
    await world.queue.settled()
    expect(world.statuses()).toStrictEqual(['uploaded', 'uploaded'])
  })
})

describe('settled()', () => {
  it('waits for paused files', async () => {
    const world = createQueueWorld()
    world.queue.pause()
    world.queue.add([fileOf('a.txt')])
    let isSettled = false
    void world.queue.settled().then(() => {
      isSettled = true
    })
    await world.clock.advance(60_000)
    expect(isSettled).toBe(false)
    world.queue.resume()
    await world.settle()
    world.live()[0]?.succeed()
    await world.settle()
    expect(isSettled).toBe(true)
  })

  it('waits for files that are added in the moment in which the last one ends', async () => {
    const world = createQueueWorld()
    const [first] = world.queue.add([fileOf('a.txt')])
    const settled = world.queue.settled()
    world.queue.cancel(first?.id)
    world.queue.add([fileOf('b.txt')])
    await world.settle()
    for (const attempt of world.live()) attempt.succeed()
    expect((await settled).map(({ status }) => status)).toStrictEqual(['canceled', 'uploaded'])
  })
})
