import { afterEach, describe, expect, it, vi } from 'vitest'
import type { UploadQueueSettings } from '../../src/queue/upload-queue.js'
import { createQueueWorld, fileOf } from './queue-world.js'

afterEach(() => vi.unstubAllGlobals())

type Transform = NonNullable<UploadQueueSettings['beforeUpload']>
const returning = (value: unknown): Transform => (() => value) as Transform

describe('beforeUpload', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a Blob without a name', new Blob(['a'])],
    ['a text', 'a.txt'],
    ['a promise of nothing', Promise.resolve()],
  ])('that returns %s refuses the file, and names the option', async (_, value) => {
    const world = createQueueWorld({ beforeUpload: returning(value) })
    world.queue.add([fileOf('a.txt')])
    await world.settle()
    expect(world.queue.getSnapshot().items).toMatchObject([
      { status: 'rejected', error: { message: '"beforeUpload" must return a File' } },
    ])
    expect(world.attempts).toHaveLength(0)
  })

  it.each([
    ['throws an error', () => Promise.reject(new Error('Too small')), 'Too small'],
    [
      'throws a text',
      () => {
        // oxlint-disable-next-line typescript/only-throw-error
        throw 'Too small'
      },
      'Too small',
    ],
  ])('that %s refuses the file with that message', async (_, beforeUpload, message) => {
    const world = createQueueWorld({ beforeUpload })
    world.queue.add([fileOf('a.txt')])
    await world.settle()
    expect(world.queue.getSnapshot().items).toMatchObject([{ status: 'rejected', error: { message } }])
    expect(world.queue.getSnapshot().items[0]?.error).toBeInstanceOf(Error)
  })

  it('that returns a file of another window is accepted', async () => {
    const { name, size, type, lastModified } = fileOf('b.txt', 3)
    const foreign = { name, size, type, lastModified, slice: () => new Blob(['a']) }
    const world = createQueueWorld({ beforeUpload: returning(foreign) })
    world.queue.add([fileOf('a.txt')])
    await world.settle()
    expect(world.queue.getSnapshot().items).toMatchObject([
      { status: 'uploading', name: 'b.txt', sizeBytes: 3 },
    ])
  })

  it('that never ends leaves the file to pause, cancel and remove, and the place to the next file', async () => {
    const world = createQueueWorld({
      concurrency: 1,
      beforeUpload: (file) => (file.name === 'hangs' ? new Promise(() => undefined) : file),
    })
    const [hangs] = world.queue.add([fileOf('hangs'), fileOf('a.txt'), fileOf('b.txt')])
    await world.settle()
    world.queue.pause(hangs?.id)
    expect(world.statuses()).toStrictEqual(['paused', 'uploading', 'queued'])
    await world.settle()
    world.live()[0]?.succeed()
    await world.settle()
    world.live()[0]?.succeed()
    await world.settle()
    world.queue.resume(hangs?.id)
    world.queue.cancel(hangs?.id)
    await world.settle()
    expect(world.statuses()).toStrictEqual(['canceled', 'uploaded', 'uploaded'])
    world.queue.retry(hangs?.id)
    world.queue.remove(hangs?.id ?? '')
    await world.queue.settled()
    expect(world.live()).toHaveLength(0)
  })

  it.each(['cancel', 'remove', 'clear', 'pause'] as const)('may call %s of the queue', async (method) => {
    const world = createQueueWorld({
      beforeUpload: (file, { id }) => {
        world.queue[method](id)
        return file
      },
    })
    world.queue.add([fileOf('a.txt')])
    await world.settle()
    const expected = { cancel: ['canceled'], pause: ['paused'], remove: [], clear: [] }
    expect(world.statuses()).toStrictEqual(expected[method])
    expect(world.attempts).toHaveLength(0)
  })

  it.each(['clear', 'sign out'] as const)(
    'that ends after %s adds and sends nothing, also of the next user',
    async (how) => {
      const ends: (() => void)[] = []
      const world = createQueueWorld({
        beforeUpload: (file) =>
          new Promise((resolve) => {
            ends.push(() => {
              resolve(fileOf(`small ${file.name}`))
            })
          }),
      })
      world.queue.add([fileOf('of ann.txt')])
      await world.settle()
      if (how === 'clear') world.queue.clear()
      else world.source.clear()
      world.queue.add([fileOf('of bob.txt')])
      await world.settle()
      for (const end of ends) end()
      await world.settle()
      expect(world.queue.getSnapshot().items.map(({ name }) => name)).toStrictEqual(['small of bob.txt'])
      expect(world.attempts).toHaveLength(1)
    },
  )

  it('is called once for a file that is paused while it is sent', async () => {
    let calls = 0
    const world = createQueueWorld({
      beforeUpload: (file) => {
        calls++
        return file
      },
    })
    const [file] = world.queue.add([fileOf('a.txt')])
    await world.settle()
    world.queue.pause(file?.id)
    world.queue.resume(file?.id)
    await world.settle()
    expect(calls).toBe(1)
    expect(world.statuses()).toStrictEqual(['uploading'])
  })
})
