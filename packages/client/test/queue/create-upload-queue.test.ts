import { describe, expect, it } from 'vitest'
import { createUploadQueue } from '../../src/queue/create-upload-queue.js'
import { MEBIBYTE, useStage } from '../use-stage.js'

const stage = await useStage()

const fileOf = (name: string, length = 5, type = 'text/plain'): File =>
  new File([new Uint8Array(length)], name, { type, lastModified: 1 })

const statuses = (queue: ReturnType<typeof createUploadQueue>): string[] =>
  queue.getSnapshot().items.map(({ status }) => status)

describe('createUploadQueue', () => {
  it('uploads the files that are added', async () => {
    const queue = createUploadQueue({ client: stage.createClient() })

    const added = queue.add([fileOf('a.txt'), fileOf('b.txt', 20_000)])
    const items = await queue.settled()

    expect(added.map(({ status }) => status)).toStrictEqual(['uploading', 'uploading'])
    expect(items.map(({ status, progress }) => [status, progress])).toStrictEqual([
      ['uploaded', 1],
      ['uploaded', 1],
    ])
    expect(items.map(({ uploaded }) => uploaded?.name)).toStrictEqual(['a.txt', 'b.txt'])
    expect(queue.getSnapshot()).toMatchObject({
      status: 'idle',
      progress: 1,
      sentBytes: 20_005,
      totalBytes: 20_005,
    })
  })

  it('rejects files that break a rule, with the reason', () => {
    const queue = createUploadQueue({
      client: stage.createClient(),
      autoStart: false,
      accept: ['image/*'],
      maxBytes: 10,
      maxFiles: 2,
    })

    queue.add([
      fileOf('a.png', 5, 'image/png'),
      fileOf('a.png', 5, 'image/png'),
      fileOf('big.png', 11, 'image/png'),
      fileOf('a.txt'),
      fileOf('b.png', 5, 'image/png'),
      fileOf('c.png', 5, 'image/png'),
    ])

    expect(
      queue.getSnapshot().items.map(({ error }) => (error as { code?: string } | undefined)?.code),
    ).toStrictEqual([
      undefined,
      'ERR_FILE_DUPLICATE',
      'ERR_FILE_TOO_LARGE',
      'ERR_FILE_TYPE',
      undefined,
      'ERR_TOO_MANY_FILES',
    ])
    expect(queue.getSnapshot().counts).toMatchObject({ queued: 2, rejected: 4 })
  })

  it('continues a large file with the missing parts after a pause', async () => {
    const queue = createUploadQueue({ client: stage.createClient() })
    const [item] = queue.add([fileOf('a.bin', 12 * MEBIBYTE)])
    await new Promise<void>((resolve) => {
      queue.subscribe(() => {
        if (queue.getSnapshot().sentBytes > 0) resolve()
      })
    })

    queue.pause(item?.id)
    expect(statuses(queue)).toStrictEqual(['paused'])
    queue.resume(item?.id)
    await queue.settled()

    expect(statuses(queue)).toStrictEqual(['uploaded'])
  })

  it('sends no canceled file, and sends it after a retry with its id', async () => {
    const queue = createUploadQueue({ client: stage.createClient() })
    const [item] = queue.add([fileOf('a.txt')])
    queue.cancel(item?.id)
    await queue.settled()
    expect(statuses(queue)).toStrictEqual(['canceled'])

    queue.retry(item?.id)
    await queue.settled()
    expect(statuses(queue)).toStrictEqual(['uploaded'])
  })

  it('repeats a request that fails, and uploads each file once', async () => {
    stage.emulator.faults.add({ endpoint: 'base', status: 503 })
    const queue = createUploadQueue({ client: stage.createClient() })
    queue.add(Array.from({ length: 30 }, (_, index) => fileOf(`${String(index)}.txt`)))
    await queue.settled()

    expect(queue.getSnapshot().counts.uploaded).toBe(30)
    expect(stage.types()).toContain('retried')
    expect(stage.emulator.journal.entries('base').filter(({ status }) => status === 200)).toHaveLength(30)
  })

  it('fails with the error of Uploadcare, and uploads after a retry', async () => {
    stage.emulator.faults.add({ endpoint: 'base', status: 400 })
    const queue = createUploadQueue({ client: stage.createClient() })
    const [added] = queue.add([fileOf('a.txt')])
    await queue.settled()
    expect(queue.getSnapshot()).toMatchObject({ progress: 0, counts: { failed: 1 } })
    expect(queue.getSnapshot().items[0]?.error).toBeInstanceOf(Error)

    queue.retry(added?.id)
    await queue.settled()
    expect(statuses(queue)).toStrictEqual(['uploaded'])
  })

  it('is empty after the user has signed out', async () => {
    const client = stage.createClient()
    const queue = createUploadQueue({ client })
    queue.add([fileOf('a.txt')])

    client.tokenSource.clear()

    expect(queue.getSnapshot()).toMatchObject({ items: [], status: 'idle', progress: 0 })
    queue.add([fileOf('a.txt')])
    await queue.settled()
    expect(statuses(queue)).toStrictEqual(['uploaded'])
  })

  it('returns the same snapshot until something changes', () => {
    const queue = createUploadQueue({ client: stage.createClient(), autoStart: false })
    const before = queue.getSnapshot()

    expect(queue.getSnapshot()).toBe(before)
    queue.add([fileOf('a.txt')])
    expect(queue.getSnapshot()).not.toBe(before)
    expect(queue.getSnapshot()).toBe(queue.getSnapshot())
  })

  it('names the option that was meant', () => {
    const options = { client: stage.createClient(), maxByte: 1 }

    expect(() => createUploadQueue(options)).toThrow('Unknown option "maxByte". Did you mean "maxBytes"?')
  })
})
