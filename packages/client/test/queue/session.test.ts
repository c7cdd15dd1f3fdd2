import { afterEach, describe, expect, it, vi } from 'vitest'
import { settlePromises } from '../fake-clock.js'
import { createMemoryStore } from './memory-store.js'
import { createQueueWorld, fileOf } from './queue-world.js'

afterEach(() => vi.unstubAllGlobals())

type World = ReturnType<typeof createQueueWorld>

const ENDINGS: [string, (world: World) => void][] = [
  ['clear()', ({ queue }) => queue.clear()],
  ['destroy()', ({ queue }) => queue.destroy()],
  ['the sign-out of the user', ({ source }) => source.clear()],
]

describe('the session of a queue', () => {
  it.each(ENDINGS)('aborts at %s', (_, end) => {
    const world = createQueueWorld()
    const { session } = world.queue
    expect(session.aborted).toBe(false)
    expect(world.queue.session).toBe(session)
    end(world)
    expect(session.aborted).toBe(true)
  })

  it('is another one after clear() and after each sign-out, and stays aborted after destroy()', () => {
    const world = createQueueWorld()
    const { session: first } = world.queue
    world.queue.clear()
    const { session: second } = world.queue
    world.source.clear()
    const { session: third } = world.queue
    world.source.clear()
    expect(third.aborted).toBe(true)
    expect(new Set([first, second, third, world.queue.session]).size).toBe(4)
    expect(world.queue.session.aborted).toBe(false)
    world.queue.destroy()
    expect(world.queue.session.aborted).toBe(true)
  })
})

describe('a restore() that is under way', () => {
  const openStore = async () => {
    const store = createMemoryStore()
    const before = createQueueWorld({ owner: 'ann', resumeStore: store, autoStart: false })
    before.queue.add([fileOf('a.txt')])
    await settleAll()
    before.queue.destroy()
    await settleAll()
    return store
  }
  const settleAll = async (): Promise<void> => {
    for (let round = 0; round < 20; round++) await settlePromises()
  }
  const filesIn = (store: ReturnType<typeof createMemoryStore>): string[] =>
    [...store.values.keys()].filter((key) => key.startsWith('queue/'))

  it.each(ENDINGS)('adds nothing after %s', async (_, end) => {
    const world = createQueueWorld({ owner: 'ann', resumeStore: await openStore() })
    const restored = world.queue.restore()
    end(world)
    expect(await restored).toStrictEqual([])
    await settleAll()
    expect(world.queue.getSnapshot().items).toStrictEqual([])
    expect(world.attempts).toHaveLength(0)
  })

  it.each([
    [0, 'clear()', ENDINGS[0]],
    [1, 'destroy()', ENDINGS[1]],
    [0, 'the sign-out of the user', ENDINGS[2]],
  ] as const)('leaves %i stored files after %s', async (count, _, ending) => {
    const store = await openStore()
    const world = createQueueWorld({ owner: 'ann', resumeStore: store })
    void world.queue.restore()
    ending?.[1](world)
    await settleAll()
    expect(filesIn(store)).toHaveLength(count)
  })

  it('is left to the next page when the queue is destroyed', async () => {
    const store = await openStore()
    const world = createQueueWorld({ owner: 'ann', resumeStore: store })
    void world.queue.restore()
    world.queue.destroy()
    await settleAll()
    const next = createQueueWorld({ owner: 'ann', resumeStore: store })
    expect((await next.queue.restore()).map(({ name }) => name)).toStrictEqual(['a.txt'])
  })

  it('adds each file once when it is called twice', async () => {
    const world = createQueueWorld({ owner: 'ann', resumeStore: await openStore() })
    const restored = await Promise.all([world.queue.restore(), world.queue.restore()])
    expect(restored.flat()).toHaveLength(1)
    expect(await world.queue.restore()).toStrictEqual([])
    await world.settle()
    expect(world.queue.getSnapshot().items).toHaveLength(1)
    expect(world.attempts).toHaveLength(1)
  })

  it('returns an empty list after 10 seconds when the store is slow, and the files to the next call', async () => {
    const store = await openStore()
    let answer: () => void = () => undefined
    const slow = new Promise<void>((resolve) => {
      answer = resolve
    })
    const world = createQueueWorld({
      owner: 'ann',
      resumeStore: { ...store, get: (key) => slow.then(() => store.get(key)) },
    })
    const restored = world.queue.restore()
    await world.clock.advance(10_000)
    expect(await restored).toStrictEqual([])
    answer()
    expect((await world.queue.restore()).map(({ name }) => name)).toStrictEqual(['a.txt'])
  })

  it('rejects a file that the user adds in the meantime as a duplicate, once', async () => {
    const world = createQueueWorld({ owner: 'ann', resumeStore: await openStore() })
    const restored = world.queue.restore()
    world.queue.add([fileOf('a.txt')])
    expect(await restored).toStrictEqual([])
    await world.settle()
    expect(world.queue.getSnapshot().counts).toMatchObject({ uploading: 1, rejected: 1 })
    expect(world.attempts).toHaveLength(1)
  })
})

describe('two queues of one page with the same owner', () => {
  it.each(['with', 'without'])('%s Web Locks do not restore the files of each other', async (locks) => {
    const store = createMemoryStore()
    const one = createQueueWorld({ owner: 'ann', resumeStore: store })
    if (locks === 'without') vi.stubGlobal('navigator', { onLine: true })
    one.queue.add([fileOf('a.txt')])
    for (let round = 0; round < 20; round++) await settlePromises()
    const other = createQueueWorld({ owner: 'ann', resumeStore: store })
    expect(await other.queue.restore()).toStrictEqual([])
    one.queue.destroy()
    const both = [other, createQueueWorld({ owner: 'ann', resumeStore: store })]
    const restored = await Promise.all(both.map(({ queue }) => queue.restore()))
    expect(restored.flat().map(({ name }) => name)).toStrictEqual(['a.txt'])
  })
})
