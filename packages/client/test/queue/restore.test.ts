import { isSecureUploadError } from '@secure-uploading/core/token'
import { describe, expect, it, vi } from 'vitest'
import type { ResumeStore } from '../../src/resumable/resume-store.js'
import { MEBIBYTE, useStage } from '../use-stage.js'
import { createFakeLocks } from './fake-locks.js'
import { createMemoryStore } from './memory-store.js'
import { fileOf, settleStore, shown, usePages } from './open-page.js'

const stage = await useStage()
const { open: openPage, leave } = usePages(stage)

describe('restore', () => {
  it('returns the unfinished uploads of an earlier page with their bytes and metadata', async () => {
    const store = createMemoryStore()
    const before = openPage(store)
    before.add([fileOf('a.txt'), fileOf('b.txt')], { metadata: { album: 'summer' } })
    await leave(before)

    const queue = openPage(store, { autoStart: true })
    const restored = await queue.restore()
    const items = await queue.settled()

    expect(restored.map(({ name }) => name)).toStrictEqual(['a.txt', 'b.txt'])
    expect(items.map(({ status }) => status)).toStrictEqual(['uploaded', 'uploaded'])
    expect(items[0]?.uploaded?.metadata).toMatchObject({ album: 'summer' })
    await settleStore()
    expect([...store.values.keys()]).toStrictEqual(['queue'])
  })

  it('leaves out files that were uploaded, canceled, removed or cleared', async () => {
    const store = createMemoryStore()
    const before = openPage(store)
    const [sent, canceled, removed] = before.add(['sent', 'canceled', 'removed'].map((name) => fileOf(name)))
    await settleStore()
    before.cancel(canceled?.id)
    before.remove(removed?.id ?? '')
    before.start()
    await before.settled()
    expect(sent?.name).toBe('sent')
    await leave(before)

    const cleared = openPage(store)
    expect(await cleared.restore()).toStrictEqual([])
    cleared.add([fileOf('cleared')])
    await settleStore()
    cleared.clear()
    await leave(cleared)

    expect(await openPage(store).restore()).toStrictEqual([])
  })

  it('asks for a file over keepBytes again, and finds it by its name and size', async () => {
    const store = createMemoryStore()
    const before = openPage(store, { keepBytes: 10 })
    before.add([fileOf('a.txt', 8), fileOf('b.txt', 8), fileOf('c.txt', 2)])
    await leave(before)

    const queue = openPage(store, { autoStart: true })
    await queue.restore()
    expect(queue.getSnapshot().items.map(({ status }) => status === 'needs-file')).toStrictEqual([
      false,
      true,
      false,
    ])
    const [needed] = queue.add([fileOf('b.txt', 8, 99)])
    await queue.settled()

    expect(needed?.id).toBe(queue.getSnapshot().items[1]?.id)
    expect(shown(queue)).toStrictEqual(['a.txt uploaded', 'b.txt uploaded', 'c.txt uploaded'])
  })

  it('continues with the parts that are stored', async () => {
    const store = createMemoryStore()
    const before = openPage(store, { autoStart: true, keepBytes: 0 })
    const hold = stage.emulator.faults.add({
      endpoint: 'part',
      skip: 2,
      times: Infinity,
      until: new Promise(() => undefined),
    })
    before.add([fileOf('a.bin', 22 * MEBIBYTE)])
    const stored = (): number =>
      stage.emulator.journal.entries('part').filter(({ status }) => status === 200).length
    await expect.poll(stored).toBe(2)
    await expect.poll(() => JSON.stringify([...store.values.values()]).split('null').length).toBe(3)
    hold.remove()
    await leave(before)

    const queue = openPage(store, { autoStart: true })
    await queue.restore()
    expect(shown(queue)).toStrictEqual(['a.bin needs-file'])
    queue.add([fileOf('a.bin', 22 * MEBIBYTE)])
    await queue.settled()

    expect(shown(queue)).toStrictEqual(['a.bin uploaded'])
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(1)
    expect(stored()).toBe(5)
  })

  it('deletes the entries of another owner, and does not show them', async () => {
    const store = createMemoryStore()
    const before = openPage(store)
    before.add([fileOf('a.txt')])
    await leave(before)

    expect(await openPage(store, { owner: 'bob' }).restore()).toStrictEqual([])
    await settleStore()
    expect([...store.values.keys()]).toStrictEqual([])
  })

  it('deletes all files of a user who signs out, also those that the list of another user left out', async () => {
    const store = createMemoryStore()
    const before = openPage(store)
    before.add([fileOf('a.txt')])
    await settleStore()
    const other = openPage(store, { owner: 'bob' })
    other.add([fileOf('b.txt')])
    await settleStore()
    before.add([fileOf('c.txt')])
    await leave(before)
    const ofAnn = (): unknown[] =>
      [...store.values.values()].filter((value) => (value as { owner?: string }).owner === 'ann')
    expect(ofAnn()).toHaveLength(1)

    const client = stage.createClient()
    openPage(store, {}, client).add([fileOf('d.txt')])
    await settleStore()
    client.tokenSource.clear()
    await settleStore()

    expect(ofAnn()).toStrictEqual([])
  })

  it('shows the files as paused when the queue is paused before', async () => {
    const store = createMemoryStore()
    const before = openPage(store)
    before.add([fileOf('a.txt')])
    await leave(before)

    const queue = openPage(store, { autoStart: true })
    queue.pause()
    await queue.restore()
    expect(shown(queue)).toStrictEqual(['a.txt paused'])
    queue.resume()
    await queue.settled()
    expect(shown(queue)).toStrictEqual(['a.txt uploaded'])
  })

  it('requires an owner', async () => {
    const queue = openPage(createMemoryStore(), { owner: undefined })

    await expect(queue.restore()).rejects.toThrow(TypeError)
  })

  it('leaves the files of a queue that is still open to that queue', async () => {
    const store = createMemoryStore()
    openPage(store).add([fileOf('a.txt')])
    await settleStore()

    expect(await openPage(store).restore()).toStrictEqual([])
  })

  it('restores each file in one of two tabs', async () => {
    const store = createMemoryStore()
    const before = openPage(store)
    before.add([fileOf('a.txt'), fileOf('b.txt')])
    await leave(before)

    const restored = await Promise.all([openPage(store).restore(), openPage(store).restore()])

    expect(new Set(restored.map(({ length }) => length))).toStrictEqual(new Set([0, 2]))
  })

  it('ends entries after a day', async () => {
    const store = createMemoryStore()
    const before = openPage(store)
    before.add([fileOf('a.txt')])
    await leave(before)
    stage.passTime(86_400_000)

    expect(await openPage(store).restore()).toStrictEqual([])
    await settleStore()
    expect([...store.values.keys()]).toStrictEqual([])
  })

  it('deletes everything of the user who signs out, and keeps nothing of the next one', async () => {
    const store = createMemoryStore()
    const client = stage.createClient()
    const queue = openPage(store, {}, client)
    queue.add([fileOf('a.txt')])
    await settleStore()

    client.tokenSource.clear()
    queue.add([fileOf('of the next user.txt')])
    await settleStore()

    expect([...store.values.keys()]).toStrictEqual([])
  })

  it('restores a file as missing when its bytes cannot be stored', async () => {
    const store = createMemoryStore()
    const refusing: ResumeStore = {
      ...store,
      set: (key, value) =>
        'file' in Object(value) ? Promise.reject(new Error('QuotaExceededError')) : store.set(key, value),
    }
    const before = openPage(refusing)
    before.add([fileOf('a.txt')])
    await leave(before)

    const queue = openPage(store)
    await queue.restore()
    expect(shown(queue)).toStrictEqual(['a.txt needs-file'])
  })

  it.each(['get', 'set', 'delete'] as const)('uploads although %s of the store hangs', async (method) => {
    const store = { ...createMemoryStore(), [method]: () => new Promise(() => undefined) }
    const queue = openPage(store, { autoStart: true })
    queue.add([fileOf('a.txt')])

    expect((await queue.settled()).map(({ status }) => status)).toStrictEqual(['uploaded'])
  })

  it('stores the file that was added, and not the one of beforeUpload', async () => {
    const store = createMemoryStore()
    const names: string[] = []
    const beforeUpload = (file: File): File => {
      names.push(file.name)
      return fileOf(`small ${file.name}`, 2)
    }
    stage.emulator.faults.add({ endpoint: 'base', status: 400 })
    const before = openPage(store, { autoStart: true, beforeUpload })
    before.add([fileOf('a.txt')])
    expect((await before.settled()).map(({ status }) => status)).toStrictEqual(['failed'])
    stage.emulator.faults.add({ endpoint: 'base', status: 400 })
    before.retry()
    await before.settled()
    await leave(before)

    const queue = openPage(store, { autoStart: true, beforeUpload })
    await queue.restore()
    await queue.settled()
    expect(shown(queue)).toStrictEqual(['small a.txt uploaded'])
    expect(names).toStrictEqual(['a.txt', 'a.txt'])
  })

  it('rejects a restored file that was added again already', async () => {
    const store = createMemoryStore()
    const before = openPage(store)
    before.add([fileOf('a.txt')])
    await leave(before)

    const queue = openPage(store)
    queue.add([fileOf('a.txt')])
    expect(await queue.restore()).toStrictEqual([])
    expect(
      queue.getSnapshot().items.filter(({ error }) => isSecureUploadError(error, 'ERR_FILE_DUPLICATE')),
    ).toHaveLength(1)
  })
})

describe('a browser that never answers', () => {
  const never = (): Promise<never> => new Promise(() => undefined)

  it.each([
    ['about the locks of other tabs', { locks: { ...createFakeLocks(), query: never } }],
    ['about its storage', { locks: createFakeLocks(), storage: { estimate: never } }],
  ])('%s delays restore by seconds at most', { timeout: 15_000 }, async (_, navigator) => {
    vi.stubGlobal('navigator', navigator)
    const store = createMemoryStore()
    const before = openPage(store)
    before.add([fileOf('a.txt', 2 * MEBIBYTE)])
    await vi.waitFor(
      () => {
        expect(store.values.size).toBeGreaterThan(1)
      },
      { timeout: 5000 },
    )
    before.destroy()

    const queue = openPage(store)
    expect((await queue.restore()).map(({ name }) => name)).toStrictEqual(['a.txt'])
  })
})
