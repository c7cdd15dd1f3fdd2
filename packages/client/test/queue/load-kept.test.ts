import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { SecureUploadClient } from '../../src/client/secure-upload-client.js'
import { createQueue } from '../../src/queue/create-queue.js'
import { loadKept } from '../../src/queue/load-kept.js'
import { parseQueueOptions } from '../../src/queue/parse-queue-options.js'
import type { UploadQueue, UploadQueueSettings } from '../../src/queue/upload-queue.js'
import type { ResumeStore } from '../../src/resumable/resume-store.js'
import { useStage } from '../use-stage.js'
import { createMemoryStore, createPlainStore } from './memory-store.js'
import { fileOf, settleStore, shown } from './open-page.js'

const stage = await useStage()
const queues: UploadQueue[] = []
const network = { isOffline: true, loads: 0 }

beforeEach(() => {
  network.isOffline = true
  network.loads = 0
})
afterEach(() => {
  for (const queue of queues.splice(0)) queue.destroy()
  vi.unstubAllGlobals()
})

/** Opens a queue in a page whose code is loaded over the network. */
function open(
  resumeStore: ResumeStore | undefined,
  settings: UploadQueueSettings & { client?: SecureUploadClient } = {},
): UploadQueue {
  const { client = stage.createClient(), ...others } = settings
  const options = { client, owner: 'ann', resumeStore, ...others }
  const queue = createQueue({
    ...parseQueueOptions(options),
    loadKept: () => {
      network.loads++
      return network.isOffline ? Promise.reject(new TypeError('Failed to fetch')) : loadKept()
    },
  })
  queues.push(queue)
  return queue
}

it('uploads every file when the code for restore() cannot be loaded, and restores nothing', async () => {
  const store = createMemoryStore()
  const queue = open(store)
  expect(await queue.restore()).toStrictEqual([])
  queue.add([fileOf('a.txt'), fileOf('large.bin', 11_000_000)])
  queue.pause()
  queue.resume()
  await queue.settled()
  expect(shown(queue)).toStrictEqual(['a.txt uploaded', 'large.bin uploaded'])
  queue.clear()
  await settleStore()
  expect([...store.values.keys()]).toStrictEqual([])
})

it('loads the code again for restore() once the network is back', async () => {
  const store = createMemoryStore()
  network.isOffline = false
  const before = open(store, { autoStart: false })
  before.add([fileOf('a.txt')])
  await settleStore()
  before.destroy()
  await settleStore()

  network.isOffline = true
  const queue = open(store)
  expect(await queue.restore()).toStrictEqual([])
  network.isOffline = false
  expect(await queue.restore()).toHaveLength(1)
})

it('does not load the code for a queue without an owner', async () => {
  const queue = open(createMemoryStore(), { owner: undefined })
  queue.add([fileOf('a.txt'), fileOf('large.bin', 11_000_000)])
  await queue.settled()
  queue.pause()
  queue.clear()
  queue.destroy()
  expect(network.loads).toBe(0)
})

it('does not load the code again for each file of a page that is offline', async () => {
  const queue = open(createMemoryStore())
  await settleStore()
  queue.add(Array.from({ length: 50 }, (_, index) => fileOf(String(index))))
  await queue.settled()
  expect(queue.getSnapshot().counts.uploaded).toBe(50)
  expect(network.loads).toBe(2)
})

/** Leaves a stored file of a user in the store, as a page that was closed. */
async function leaveFileOf(owner: string, resumeStore: ResumeStore): Promise<void> {
  network.isOffline = false
  const queue = open(resumeStore, { owner, autoStart: false })
  queue.add([fileOf(`of ${owner}.txt`)])
  await settleStore()
  queue.destroy()
  await settleStore()
  network.isOffline = true
}

describe('files that are added while the code for restore() cannot be loaded', () => {
  it('are stored as soon as it is loaded, except for those that have ended', async () => {
    const store = createMemoryStore()
    const queue = open(store, { autoStart: false })
    const [a, b] = queue.add([fileOf('a.txt'), fileOf('b.txt')])
    queue.pause(a?.id)
    queue.cancel(b?.id)
    await settleStore()
    expect(store.values.size).toBe(0)
    network.isOffline = false
    queue.add([fileOf('c.txt')])
    await settleStore()
    const names = [...store.values.values()].flatMap((value) => (value as { name?: string }).name ?? [])
    expect(names.sort()).toStrictEqual(['a.txt', 'c.txt'])
    queue.destroy()
    await settleStore()
    const next = open(store, { autoStart: false })
    await next.restore()
    expect(shown(next)).toStrictEqual(['a.txt paused', 'c.txt queued'])
  })

  it('are stored when the device is online again', async () => {
    const page = new EventTarget()
    vi.stubGlobal('navigator', { onLine: false })
    vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
    vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
    const store = createMemoryStore()
    const queue = open(store, { autoStart: false })
    queue.add([fileOf('a.txt')])
    await settleStore()
    queue.add([fileOf('b.txt')])
    await settleStore()
    const { loads } = network
    network.isOffline = false
    page.dispatchEvent(new Event('online'))
    await settleStore()
    expect(network.loads).toBe(loads + 1)
    expect(store.values.size).toBe(3)
  })
})

describe('a user who signs out while the code for restore() cannot be loaded', () => {
  it('leaves no file in a store that deletes by owner', async () => {
    const store = createMemoryStore()
    await leaveFileOf('ann', store)
    const client = stage.createClient()
    const queue = open(store, { client })
    void queue.session
    client.tokenSource.clear()
    await settleStore()
    expect([...store.values.values()]).not.toContainEqual(expect.objectContaining({ name: 'of ann.txt' }))
  })

  it('leaves no database', async () => {
    const deleted: string[] = []
    vi.stubGlobal('indexedDB', { deleteDatabase: (name: string) => deleted.push(name) })
    const client = stage.createClient()
    const queue = open(undefined, { client })
    void queue.session
    await settleStore()
    client.tokenSource.clear()
    await settleStore()
    expect(deleted).toStrictEqual(['secure-uploading'])
  })

  it.each(['ann', 'bob'])(
    'is not shown the files again in a store that cannot delete by owner, and neither is another user: %s',
    async (owner) => {
      const store = createPlainStore()
      await leaveFileOf('ann', store)
      const client = stage.createClient()
      const queue = open(store, { client })
      void queue.session
      client.tokenSource.clear()
      await settleStore()
      network.isOffline = false
      const next = open(store, { owner, autoStart: false })
      expect(await next.restore()).toStrictEqual([])
      await settleStore()
      expect([...store.values.keys()]).toStrictEqual([])
    },
  )

  it('keeps the list of another user', async () => {
    const store = createPlainStore()
    await leaveFileOf('bob', store)
    const client = stage.createClient()
    const queue = open(store, { client })
    void queue.session
    client.tokenSource.clear()
    await settleStore()
    network.isOffline = false
    const next = open(store, { owner: 'bob', autoStart: false })
    await next.restore()
    expect(shown(next)).toStrictEqual(['of bob.txt queued'])
  })

  it('signs out without an error when the store fails, or the page has none', async () => {
    const failing = {
      ...createMemoryStore(),
      deleteOwner: () => Promise.reject(new Error('The disk is full')),
    }
    for (const store of [failing, undefined]) {
      const client = stage.createClient()
      const queue = open(store, { client })
      void queue.session
      client.tokenSource.clear()
      await settleStore()
      expect(queue.getSnapshot().items).toStrictEqual([])
    }
  })
})

it('shows another user no file when the code for restore() is loaded at the second attempt', async () => {
  const store = createMemoryStore()
  await leaveFileOf('ann', store)
  const queue = open(store, { owner: 'bob', autoStart: false })
  expect(await queue.restore()).toStrictEqual([])
  network.isOffline = false
  expect(await queue.restore()).toStrictEqual([])
  await settleStore()
  expect([...store.values.keys()]).toStrictEqual([])
})
