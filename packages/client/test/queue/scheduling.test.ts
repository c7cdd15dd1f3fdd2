import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryStore } from './memory-store.js'
import { createQueueWorld, fileOf } from './queue-world.js'

afterEach(() => vi.unstubAllGlobals())

const LARGE = 12_000_000
const filesOf = (count: number, sizeBytes = 5): File[] =>
  Array.from({ length: count }, (_, index) => fileOf(`${String(index)}.txt`, sizeBytes))
const namesOf = (world: ReturnType<typeof createQueueWorld>): string[] =>
  world.queue
    .getSnapshot()
    .items.filter(({ status }) => ['uploading', 'waiting'].includes(status))
    .map(({ name }) => name)

describe('the order of uploads', () => {
  it('is that of the list, with six small files at a time at first', async () => {
    const world = createQueueWorld()
    world.queue.add(filesOf(20))
    await world.settle()
    expect(world.attempts.map(({ id }) => id)).toStrictEqual(
      world.queue
        .getSnapshot()
        .items.slice(0, 6)
        .map(({ id }) => id),
    )
    for (let round = 0; round < 20; round++) {
      for (const attempt of world.live()) attempt.succeed()
      await world.clock.advance(100)
    }
    expect(world.attempts.map(({ id }) => id)).toStrictEqual(
      world.queue.getSnapshot().items.map(({ id }) => id),
    )
    expect(world.queue.getSnapshot().counts.uploaded).toBe(20)
  })

  it('has two large files at a time', async () => {
    const world = createQueueWorld()
    world.queue.add(filesOf(4, LARGE))
    await world.settle()
    expect(namesOf(world)).toStrictEqual(['0.txt', '1.txt'])
  })

  it('has exactly as many files as "concurrency"', async () => {
    const world = createQueueWorld({ concurrency: 1 })
    world.queue.add([...filesOf(1, LARGE), ...filesOf(3)])
    await world.settle()
    world.attemptOf(world.queue.getSnapshot().items[0]).retry(1000)
    await world.settle()
    expect(namesOf(world)).toStrictEqual(['0.txt'])
  })

  it('sends the next file while Uploadcare processes the one before', async () => {
    const world = createQueueWorld({ concurrency: 1 })
    world.queue.add(filesOf(2))
    await world.settle()
    world.attemptOf(world.queue.getSnapshot().items[0]).sent()
    await world.settle()
    expect(world.statuses()).toStrictEqual(['processing', 'uploading'])
  })

  it.each(['pause', 'cancel', 'remove'] as const)(
    'gives the slot to the next file after %s',
    async (action) => {
      const world = createQueueWorld({ concurrency: 1 })
      const [first] = world.queue.add(filesOf(2))
      await world.settle()
      world.queue[action](first?.id ?? '')
      await world.settle()
      expect(namesOf(world)).toStrictEqual(['1.txt'])
    },
  )

  it('lends the slots of files that wait for a retry, but not without a limit', async () => {
    const world = createQueueWorld()
    world.queue.add(filesOf(30))
    await world.settle()
    for (let round = 0; round < 5; round++) {
      for (const attempt of world.live()) attempt.retry(60_000)
      await world.settle()
    }
    expect(world.live()).toHaveLength(12)
    expect(world.queue.getSnapshot().counts).toMatchObject({ waiting: 12, queued: 18 })
  })

  it('lends no slot of files that wait for a token, because the others wait for the same one', async () => {
    const world = createQueueWorld()
    world.queue.add(filesOf(30))
    await world.settle()
    for (const attempt of world.live()) attempt.waitForToken(60_000)
    await world.settle()
    expect(world.queue.getSnapshot().counts).toMatchObject({ waiting: 6, queued: 24 })
    await world.clock.advance(60_000)
    expect(world.queue.getSnapshot().counts).toMatchObject({ uploading: 6, queued: 24 })
  })

  it('puts a resumed file back in its place', async () => {
    const world = createQueueWorld({ concurrency: 1 })
    const [first, second] = world.queue.add(filesOf(3))
    await world.settle()
    world.queue.pause(second?.id)
    world.queue.resume(second?.id)
    world.attemptOf(first).succeed()
    await world.settle()
    expect(namesOf(world)).toStrictEqual(['1.txt'])
  })
})

describe('the states of an upload', () => {
  it('waits for a retry until the time that it names', async () => {
    const world = createQueueWorld()
    const [added] = world.queue.add(filesOf(1))
    await world.settle()
    world.attemptOf(added).retry(4000)
    const retryAtMs = world.clock.wallMs() + 4000
    expect(world.queue.getSnapshot().items[0]).toMatchObject({
      status: 'waiting',
      waitingFor: { reason: 'retry', what: 'upload', retryAtMs },
    })
    await world.clock.advance(4000)
    expect(world.statuses()).toStrictEqual(['uploading'])
    expect(world.queue.getSnapshot().items[0]).not.toHaveProperty('waitingFor')
  })

  it('waits for the network, and the queue is offline', async () => {
    const world = createQueueWorld()
    const [added] = world.queue.add(filesOf(1))
    await world.settle()
    world.device.onLine = false
    world.attemptOf(added).waitForNetwork()
    expect(world.queue.getSnapshot()).toMatchObject({
      status: 'offline',
      items: [{ status: 'waiting', waitingFor: { reason: 'network' }, bytesPerSecond: 0 }],
    })
  })

  it('keeps files that are added while the queue is paused, until it resumes', async () => {
    const world = createQueueWorld()
    world.queue.pause()
    world.queue.add(filesOf(2))
    await world.settle()
    expect(world.queue.getSnapshot()).toMatchObject({ status: 'paused', counts: { paused: 2 } })
    expect(world.attempts).toHaveLength(0)
    world.queue.resume()
    await world.settle()
    expect(world.live()).toHaveLength(2)
  })

  it('sends no file that waits for start() because all files are resumed', async () => {
    const world = createQueueWorld({ autoStart: false })
    world.queue.add(filesOf(1))
    world.queue.pause()
    world.queue.resume()
    await world.settle()
    expect(world.statuses()).toStrictEqual(['queued'])
    expect(world.live()).toHaveLength(0)
    world.queue.pause()
    world.queue.start()
    expect(world.statuses()).toStrictEqual(['paused'])
    world.queue.resume()
    await world.settle()
    expect(world.live()).toHaveLength(1)
  })

  it('sends nothing without start() when autoStart is false', async () => {
    const world = createQueueWorld({ autoStart: false })
    world.queue.add(filesOf(1))
    await world.settle()
    expect(world.queue.getSnapshot()).toMatchObject({ status: 'idle', counts: { queued: 1 } })
    world.queue.start()
    await world.settle()
    expect(world.queue.getSnapshot().status).toBe('uploading')
  })

  it('has a speed and a time left while bytes are sent', async () => {
    const world = createQueueWorld()
    const [added] = world.queue.add(filesOf(1, 10_000))
    await world.settle()
    await world.clock.advance(1000)
    world.attemptOf(added).progress(0.5)
    const state = world.queue.getSnapshot()
    expect(state).toMatchObject({ progress: 0.5, sentBytes: 5000, bytesPerSecond: 5000, secondsLeft: 1 })
    expect(state.items[0]).toMatchObject({ bytesPerSecond: 5000, secondsLeft: 1 })
    world.queue.pause(added?.id)
    expect(world.queue.getSnapshot()).toMatchObject({ bytesPerSecond: 0, sentBytes: 0, progress: 0 })
  })

  it('keeps the sent bytes of a large file over a pause', async () => {
    const world = createQueueWorld()
    const [added] = world.queue.add(filesOf(1, LARGE))
    await world.settle()
    world.attemptOf(added).progress(0.5)
    world.queue.pause(added?.id)
    expect(world.queue.getSnapshot().progress).toBe(0.5)
  })
})

describe('many files', () => {
  it('are added with one notification, and uploaded with at most ten a second', async () => {
    const world = createQueueWorld({ concurrency: 16 })
    world.queue.add(filesOf(10_000))
    expect(world.notifications).toBe(1)
    await world.settle()
    const before = world.notifications
    const startMs = world.clock.monotonicMs()
    for (let round = 0; round < 100; round++) {
      for (const attempt of world.live()) {
        attempt.progress(0.5)
        attempt.succeed()
      }
      await world.clock.advance(20)
    }
    const seconds = (world.clock.monotonicMs() - startMs) / 1000
    expect(world.queue.getSnapshot().counts.uploaded).toBeGreaterThan(500)
    expect(world.notifications - before).toBeLessThanOrEqual(seconds * 10 + 1)
  })

  it('cause two notifications when they are added one by one in the same moment', async () => {
    const world = createQueueWorld({ autoStart: false })
    for (const file of filesOf(1000)) world.queue.add([file])
    await world.settle()
    expect(world.notifications).toBe(2)
  })

  it('keep the items of files that did not change', async () => {
    const world = createQueueWorld({ concurrency: 1 })
    world.queue.add(filesOf(100))
    await world.settle()
    const before = world.queue.getSnapshot().items
    world.attemptOf(before[0]).succeed()
    await world.settle()
    const after = world.queue.getSnapshot().items
    expect(after.filter((item, index) => item !== before[index])).toHaveLength(2)
  })
})

describe('a call that changes nothing', () => {
  it('does not notify, and keeps the snapshot', () => {
    const world = createQueueWorld()
    const before = world.queue.getSnapshot()
    const { queue } = world
    for (const name of ['cancel', 'resume', 'retry', 'start', 'clear'] as const) queue[name]()
    queue.pause('unknown')
    queue.remove('unknown')
    queue.add([])
    expect(world.notifications).toBe(0)
    expect(queue.getSnapshot()).toBe(before)
  })
})

describe('beforeUpload', () => {
  it('replaces the file, or refuses it', async () => {
    const world = createQueueWorld({
      maxBytes: 10,
      beforeUpload: async (file) => {
        await Promise.resolve()
        if (file.name === '1.txt') throw new Error('The image is too small. Choose a larger one.')
        return file.name === '2.txt' ? fileOf('large.txt', 11) : fileOf('renamed.txt', 7)
      },
    })
    world.queue.add(filesOf(3))
    await world.settle()
    expect(world.queue.getSnapshot().items).toMatchObject([
      { status: 'uploading', name: 'renamed.txt', sizeBytes: 7 },
      { status: 'rejected', error: { message: 'The image is too small. Choose a larger one.' } },
      { status: 'rejected', error: { code: 'ERR_FILE_TOO_LARGE' } },
    ])
    expect(world.attempts).toHaveLength(1)
  })

  it('sends nothing when the file was canceled in the meantime', async () => {
    let end: (file: File) => void = () => undefined
    const world = createQueueWorld({ beforeUpload: () => new Promise((resolve) => (end = resolve)) })
    const [added] = world.queue.add(filesOf(1))
    world.queue.cancel(added?.id)
    end(fileOf('late.txt'))
    await world.settle()
    expect(world.statuses()).toStrictEqual(['canceled'])
    expect(world.attempts).toHaveLength(0)
  })
})

describe('a file that cannot be read', () => {
  it('fails before its first byte is sent', async () => {
    const world = createQueueWorld()
    const file = fileOf('gone.txt')
    file.slice = () =>
      Object.assign(new Blob(['x']), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) })
    world.queue.add([file])
    await world.settle()
    expect(world.queue.getSnapshot().items).toMatchObject([
      { status: 'failed', error: { code: 'ERR_FILE_UNREADABLE' } },
    ])
    expect(world.attempts).toHaveLength(0)
  })
})

describe('a preview', () => {
  it('is created on demand, and revoked with its item', () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL')
    const world = createQueueWorld({ autoStart: false })
    const [one, other] = world.queue.add(filesOf(2))
    const url = world.queue.preview(one?.id ?? '')
    expect(world.queue.preview(one?.id ?? '')).toBe(url)
    expect(world.queue.preview('unknown')).toBeUndefined()
    world.queue.preview(other?.id ?? '')
    world.queue.remove(one?.id ?? '')
    expect(revoked.mock.calls).toStrictEqual([[url]])
    world.queue.destroy()
    expect(revoked).toHaveBeenCalledTimes(2)
    revoked.mockRestore()
  })
})

describe('destroy', () => {
  it('aborts the uploads and removes all listeners and timers', async () => {
    const world = createQueueWorld()
    const [added] = world.queue.add(filesOf(1))
    await world.settle()
    world.attemptOf(added).retry(1000)
    const settled = world.queue.settled()
    world.queue.destroy()
    await settled
    await world.settle()
    expect(world.live()).toHaveLength(0)
    expect(world.clock.timers).toBe(0)
  })

  it('makes later calls take and send no file', async () => {
    const world = createQueueWorld({ owner: 'ann', resumeStore: createMemoryStore() })
    world.queue.destroy()
    expect(world.queue.add(filesOf(1))).toStrictEqual([])
    expect(await world.queue.restore()).toStrictEqual([])
    await world.settle()
    expect(world.attempts).toHaveLength(0)
    expect(world.queue.getSnapshot().items).toStrictEqual([])
  })
})

describe('a request that the browser ends', () => {
  it('makes the file failed, not canceled, so that it can be sent again and stays stored', async () => {
    const store = createMemoryStore()
    const world = createQueueWorld({ owner: 'ann', resumeStore: store })
    const [added] = world.queue.add(filesOf(1))
    await world.settle()
    world.attemptOf(added).interrupt()
    await world.settle()
    expect(world.statuses()).toStrictEqual(['failed'])
    expect(world.queue.getSnapshot().items[0]?.error?.message).toBe('The upload was interrupted. Try again.')
    expect([...store.values.keys()]).toContain(`queue/${String(added?.id)}`)
    world.queue.retry()
    await world.settle()
    world.attemptOf(added).succeed()
    await world.settle()
    expect(world.statuses()).toStrictEqual(['uploaded'])
  })
})

describe('the arguments of a queue', () => {
  it.each([
    [{ concurrency: 0 }, '"concurrency" must be a whole number, 1 or more'],
    [{ maxBytes: -1 }, '"maxBytes" must be a whole number, 0 or more'],
    [{ accept: ['.pdf'] }, '"accept" must be an array of MIME types, like "image/*" or "application/pdf"'],
    [{ owner: '' }, '"owner" must be the id of the user, as a string that is not empty'],
  ])('are checked: %j', (options, message) => {
    expect(() => createQueueWorld(options)).toThrow(new TypeError(message))
  })

  it('are files', () => {
    const { queue } = createQueueWorld()
    for (const files of [undefined, 'a.txt', fileOf('a.txt'), ['a.txt'], [new Blob(['a'])]]) {
      expect(() => queue.add(files as never)).toThrow('Expected a list of File objects')
    }
  })

  it('have metadata that is an object of strings', () => {
    const { queue } = createQueueWorld()
    for (const metadata of ['album', ['album'], { album: 1 }]) {
      expect(() => queue.add([fileOf('a.txt')], { metadata } as never)).toThrow(
        new TypeError('"metadata" must be an object of strings'),
      )
    }
    expect(queue.getSnapshot().items).toEqual([])
  })
})
