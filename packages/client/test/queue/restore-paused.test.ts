import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { useStage } from '../use-stage.js'
import { createMemoryStore } from './memory-store.js'
import { fileOf, shown, usePages } from './open-page.js'

const { open, leave } = usePages(await useStage())

describe('a file that was paused before a reload', () => {
  it('comes back as paused, and the others are sent', async () => {
    const store = createMemoryStore()
    const before = open(store)
    const [, paused] = before.add(['a', 'b', 'c'].map((name) => fileOf(name)))
    before.pause(paused?.id)
    await leave(before)

    const queue = open(store, { autoStart: true })
    const restored = await queue.restore()
    expect(restored.map(({ status }) => status === 'paused')).toStrictEqual([false, true, false])
    await expect.poll(() => shown(queue)).toStrictEqual(['a uploaded', 'b paused', 'c uploaded'])
    expect(queue.getSnapshot().status).toBe('paused')
    queue.resume()
    await queue.settled()
    expect(shown(queue)[1]).toBe('b uploaded')
  })

  it('comes back as paused after pause() of all files, and new files are sent', async () => {
    const store = createMemoryStore()
    const before = open(store, { autoStart: true })
    before.pause()
    before.add([fileOf('a'), fileOf('b')])
    await leave(before)

    const queue = open(store, { autoStart: true })
    await queue.restore()
    expect(shown(queue)).toStrictEqual(['a paused', 'b paused'])
    queue.add([fileOf('c')])
    await expect.poll(() => shown(queue)[2]).toBe('c uploaded')
    expect(shown(queue)).toStrictEqual(['a paused', 'b paused', 'c uploaded'])
  })

  it('comes back as paused after two reloads, and as queued once it was resumed in between', async () => {
    const store = createMemoryStore()
    const first = open(store)
    first.add([fileOf('a'), fileOf('b')])
    first.pause()
    await leave(first)

    const second = open(store)
    const [, b] = await second.restore()
    second.resume(b?.id)
    second.pause(b?.id)
    second.resume(b?.id)
    await leave(second)

    const third = open(store)
    await third.restore()
    expect(shown(third)[0]).toBe('a paused')
    expect(shown(third)[1]).not.toBe('b paused')
  })

  it('comes back as paused when the page is left right after the pause', async () => {
    const store = createMemoryStore()
    const before = open(store)
    before.add([fileOf('a')])
    await expect.poll(() => store.values.size).toBe(2)
    before.pause()
    before.destroy()
    await leave(before)

    const queue = open(store)
    await queue.restore()
    expect(shown(queue)).toStrictEqual(['a paused'])
  })

  it('comes back as paused when the page in between was left while it read the files', async () => {
    const store = createMemoryStore()
    const before = open(store)
    before.add([fileOf('a')])
    before.pause()
    await leave(before)

    const hanging = {
      ...store,
      get: (key: string) => (key === 'queue' ? store.get(key) : new Promise(() => undefined)),
    }
    const between = open(hanging)
    void between.restore()
    await leave(between)

    const queue = open(store)
    await queue.restore()
    expect(shown(queue)).toStrictEqual(['a paused'])
  })

  it('is sent when the user selects it again because its bytes were not stored', async () => {
    const store = createMemoryStore()
    const before = open(store, { keepBytes: 0 })
    before.add([fileOf('a')])
    before.pause()
    await leave(before)

    const queue = open(store, { autoStart: true })
    await queue.restore()
    expect(shown(queue)).toStrictEqual(['a needs-file'])
    queue.add([fileOf('a')])
    await queue.settled()
    expect(shown(queue)).toStrictEqual(['a uploaded'])
  })

  it('costs one write for 1000 files', async () => {
    const store = createMemoryStore()
    let writes = 0
    const counting = {
      ...store,
      set: (key: string, value: unknown) => {
        if (key === 'queue') writes++
        return store.set(key, value)
      },
    }
    const queue = open(counting)
    queue.add(Array.from({ length: 1000 }, (_, index) => fileOf(String(index))))
    await expect.poll(() => store.values.size).toBe(1001)
    writes = 0
    queue.pause()
    await leave(queue)
    expect(writes).toBe(1)
  })
})

it('keeps which files are paused in any order of calls and reloads', async () => {
  const call = fc.record({
    name: fc.constantFrom('pause', 'cancel', 'add', 'pause all', 'resume all', 'reload'),
    at: fc.nat({ max: 5 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(call, { maxLength: 15 }), async (calls) => {
      const store = createMemoryStore()
      let queue = open(store)
      let isHeld = false
      let added = 0
      const expected = new Map<string, string>()
      for (const { name, at } of calls) {
        const item = queue.getSnapshot().items.find((one) => one.name === String(at))
        if (name === 'add') {
          const status = isHeld ? 'paused' : 'queued'
          expected.set(queue.add([fileOf(String(added++))])[0]?.name ?? '', status)
        } else if (name === 'pause all' || name === 'resume all') {
          isHeld = name === 'pause all'
          if (isHeld) queue.pause()
          else queue.resume()
          for (const key of expected.keys()) expected.set(key, isHeld ? 'paused' : 'queued')
        } else if (name === 'reload') {
          await leave(queue)
          isHeld = false
          queue = open(store)
          await queue.restore()
        } else if (item && expected.has(item.name)) {
          if (name === 'cancel') {
            queue.cancel(item.id)
            expected.delete(item.name)
          } else {
            queue.pause(item.id)
            expected.set(item.name, 'paused')
          }
        }
        const kept = queue.getSnapshot().items.filter(({ status }) => status !== 'canceled')
        expect(new Map(kept.map((one) => [one.name, one.status]))).toStrictEqual(expected)
      }
      await leave(queue)
    }),
    { numRuns: 60, interruptAfterTimeLimit: 20_000 },
  )
}, 60_000)
