import { afterEach, beforeEach, expect, it } from 'vitest'
import { createQueue } from '../../src/queue/create-queue.js'
import { loadKept } from '../../src/queue/load-kept.js'
import { parseQueueOptions } from '../../src/queue/parse-queue-options.js'
import type { UploadQueue, UploadQueueSettings } from '../../src/queue/upload-queue.js'
import type { ResumeStore } from '../../src/resumable/resume-store.js'
import { useStage } from '../use-stage.js'
import { createMemoryStore } from './memory-store.js'
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
})

/** Opens a queue in a page whose code is loaded over the network. */
function open(resumeStore: ResumeStore, settings: UploadQueueSettings = {}): UploadQueue {
  const options = { client: stage.createClient(), owner: 'ann', resumeStore, ...settings }
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
