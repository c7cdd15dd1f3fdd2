import { afterEach, describe, expect, it, vi } from 'vitest'
import { createUploadQueue } from '../../src/queue/create-upload-queue.js'
import type { UploadQueue } from '../../src/queue/upload-queue.js'
import type { ResumeStore } from '../../src/resumable/resume-store.js'
import { settlePromises } from '../fake-clock.js'
import { MEBIBYTE, useStage } from '../use-stage.js'
import { createMemoryStore } from './memory-store.js'

const stage = await useStage()
const queues: UploadQueue[] = []

afterEach(() => {
  for (const queue of queues.splice(0)) queue.destroy()
})

const video = (): File =>
  new File([new Uint8Array(12 * MEBIBYTE)], 'video.mp4', { type: 'video/mp4', lastModified: 1 })

function start(resumeStore: ResumeStore, client = stage.createClient()): UploadQueue {
  const queue = createUploadQueue({ client, owner: 'anyone', resumeStore })
  queues.push(queue)
  return queue
}

/** Starts an upload whose second part never arrives, and waits until the first one is stored. */
async function uploadOnePart(store: ReturnType<typeof createMemoryStore>, client = stage.createClient()) {
  stage.emulator.faults.add({
    endpoint: 'part',
    skip: 1,
    times: Infinity,
    until: new Promise(() => undefined),
  })
  const queue = start(store, client)
  const [item] = queue.add([video()], { resumeKey: 'video' })
  await vi.waitUntil(() => {
    const { addresses = [] } = Object(store.values.get('video')) as { addresses?: unknown[] }
    return addresses.includes(null)
  })
  stage.emulator.faults.clear()
  return { queue, id: item?.id }
}

async function settleStore(): Promise<void> {
  for (let round = 0; round < 20; round++) await settlePromises()
}

describe('the resumeKey of a file', () => {
  it('sends only the missing parts to a queue that is created after the first one was destroyed', async () => {
    const store = createMemoryStore()
    const { queue: first } = await uploadOnePart(store)
    first.destroy()
    await settleStore()
    expect([...store.values.keys()]).toStrictEqual(['video'])

    stage.emulator.journal.clear()
    const second = start(store)
    second.add([video()], { resumeKey: 'video' })
    const [item] = await second.settled()

    expect(item?.status).toBe('uploaded')
    expect(stage.emulator.journal.entries('multipart/start')).toHaveLength(0)
    expect(stage.emulator.journal.entries('part')).toHaveLength(2)
    expect([...store.values.keys()]).toStrictEqual([])
  })

  it('keeps the file out of restore', async () => {
    const store = createMemoryStore()
    const { queue: first } = await uploadOnePart(store)
    first.destroy()
    await settleStore()

    expect(await start(store).restore()).toStrictEqual([])
    expect(store.values.has('video')).toBe(true)
  })

  it('forgets the parts when the upload is canceled', async () => {
    const store = createMemoryStore()
    const { queue, id } = await uploadOnePart(store)
    queue.cancel(id)
    await settleStore()

    expect(store.values.has('video')).toBe(false)
  })

  it('forgets the parts when the user signs out before the file is sent', async () => {
    const store = createMemoryStore()
    const { queue: first } = await uploadOnePart(store)
    first.destroy()
    const client = stage.createClient()
    const second = start(store, client)
    second.pause()
    second.add([video()], { resumeKey: 'video' })
    client.tokenSource.clear()
    await settleStore()

    expect(store.values.has('video')).toBe(false)
  })

  it('is refused when it is empty, no string or shared by several files', () => {
    const queue = start(createMemoryStore())

    expect(() => queue.add([video()], { resumeKey: '' })).toThrow('not empty')
    expect(() => queue.add([video()], { resumeKey: 7 as unknown as string })).toThrow(
      '"resumeKey" must be a string',
    )
    expect(() => queue.add([video(), video()], { resumeKey: 'video' })).toThrow('with its own key')
    expect(queue.getSnapshot().items).toStrictEqual([])
  })
})

describe('allowDuplicates', () => {
  it('takes two files with the same name, size and date, and sends both', async () => {
    const queue = createUploadQueue({ client: stage.createClient(), allowDuplicates: true })
    queues.push(queue)
    const page = (): File => new File(['hello'], 'index.html', { type: 'text/html', lastModified: 1 })
    queue.add([page(), page()])
    const items = await queue.settled()

    expect(items.map(({ status }) => status)).toStrictEqual(['uploaded', 'uploaded'])
    expect(new Set(items.map(({ uploaded }) => uploaded?.uuid)).size).toBe(2)
  })
})
