import { afterEach, describe, expect, it, vi } from 'vitest'
import { createQueueWorld, fileOf } from './queue-world.js'

afterEach(() => vi.unstubAllGlobals())

const HOUR_MS = 3_600_000

async function startUpload() {
  const world = createQueueWorld()
  const [file] = world.queue.add([fileOf('a.bin', 100_000)])
  await world.settle()
  const item = () => world.queue.getSnapshot().items[0]
  return { world, item, attempt: world.attemptOf(file) }
}

describe('the speed of an upload', () => {
  it('is 0, and the time left is missing, in the moment in which the upload starts', async () => {
    const { world, item, attempt } = await startUpload()
    attempt.progress(0)
    attempt.progress(0.1)
    expect(item()).toMatchObject({ bytesPerSecond: 0, sentBytes: 10_000 })
    expect(item()).not.toHaveProperty('secondsLeft')
    expect(world.queue.getSnapshot()).not.toHaveProperty('secondsLeft')
  })

  it('ends with the time left after 10 seconds without progress', async () => {
    const { world, item, attempt } = await startUpload()
    await world.clock.advance(1000)
    attempt.progress(0.5)
    expect(item()).toMatchObject({ bytesPerSecond: 50_000, secondsLeft: 1 })
    await world.clock.advance(9999)
    expect(item()?.bytesPerSecond).toBe(50_000)
    await world.clock.advance(1)
    expect(item()).toMatchObject({ status: 'uploading', bytesPerSecond: 0, sentBytes: 50_000 })
    expect(item()).not.toHaveProperty('secondsLeft')
    expect(world.queue.getSnapshot()).toMatchObject({ bytesPerSecond: 0 })
    expect(world.queue.getSnapshot()).not.toHaveProperty('secondsLeft')
  })

  it('continues after the stall, slower', async () => {
    const { world, item, attempt } = await startUpload()
    await world.clock.advance(1000)
    attempt.progress(0.5)
    await world.clock.advance(20_000)
    attempt.progress(0.6)
    expect(item()?.bytesPerSecond).toBeGreaterThan(0)
    expect(item()?.bytesPerSecond).toBeLessThan(5000)
  })

  it('is unknown after the computer slept for an hour, and right a second later', async () => {
    const { world, item, attempt } = await startUpload()
    await world.clock.advance(1000)
    attempt.progress(0.2)
    world.clock.sleep(HOUR_MS)
    await world.clock.advance(1)
    attempt.progress(0.3)
    expect(item()?.bytesPerSecond).toBe(0)
    expect(item()).not.toHaveProperty('secondsLeft')
    await world.clock.advance(1000)
    attempt.progress(0.4)
    expect(item()).toMatchObject({ bytesPerSecond: 10_000, secondsLeft: 6 })
  })

  it('is not wrong when the clock of the computer is set back by an hour', async () => {
    const { world, item, attempt } = await startUpload()
    await world.clock.advance(1000)
    attempt.progress(0.2)
    world.clock.stepWall(-HOUR_MS)
    await world.clock.advance(1000)
    attempt.progress(0.4)
    expect(item()).toMatchObject({ bytesPerSecond: 20_000, secondsLeft: 3 })
  })

  it.each(['pause', 'cancel', 'remove', 'clear', 'destroy'] as const)(
    'leaves no timer after %s',
    async (method) => {
      const { world, item, attempt } = await startUpload()
      await world.clock.advance(1000)
      attempt.progress(0.2)
      world.queue[method](item()?.id ?? '')
      await world.clock.advance(200)
      expect(world.clock.timers).toBe(0)
    },
  )

  it('of an empty file is a number', async () => {
    const world = createQueueWorld()
    const [file] = world.queue.add([fileOf('empty.txt', 0)])
    await world.settle()
    for (const value of [NaN, 0, 1]) world.attemptOf(file).progress(value)
    expect(world.queue.getSnapshot()).toMatchObject({ progress: 0, bytesPerSecond: 0 })
    world.attemptOf(file).succeed()
    await world.settle()
    expect(world.queue.getSnapshot()).toMatchObject({ progress: 1, bytesPerSecond: 0, sentBytes: 0 })
  })
})

describe('the listeners of a queue', () => {
  it('are called although another one throws', () => {
    const { queue } = createQueueWorld()
    const called: string[] = []
    queue.subscribe(() => {
      throw new Error('A bug of the app')
    })
    queue.subscribe(() => called.push('second'))
    queue.add([fileOf('a.txt')])
    expect(called).toStrictEqual(['second'])
  })

  it('are not called any more when another listener ends them, or after they ended themselves', () => {
    const { queue } = createQueueWorld()
    const called: string[] = []
    const endFirst = queue.subscribe(() => {
      called.push('first')
      endFirst()
      endSecond()
    })
    const endSecond = queue.subscribe(() => called.push('second'))
    queue.subscribe(() => called.push('third'))
    queue.add([fileOf('a.txt')])
    expect(called).toStrictEqual(['first', 'third'])
  })

  it('may change the queue', async () => {
    const world = createQueueWorld()
    const { queue } = world
    queue.subscribe(() => {
      const { items } = queue.getSnapshot()
      if (items.length < 5) queue.add([fileOf(`${String(items.length)}.txt`)])
    })
    queue.add([fileOf('0.txt')])
    await world.settle()
    expect(queue.getSnapshot().items).toHaveLength(5)
    expect(world.attempts).toHaveLength(5)
  })

  it('are called once for each subscription of the same function', async () => {
    const { queue, settle } = createQueueWorld()
    let calls = 0
    const listener = (): void => void calls++
    const end = queue.subscribe(listener)
    queue.subscribe(listener)
    queue.add([fileOf('a.txt')])
    expect(calls).toBe(2)
    end()
    queue.clear()
    await settle()
    expect(calls).toBe(3)
  })
})
