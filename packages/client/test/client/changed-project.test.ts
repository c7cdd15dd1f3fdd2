import { beforeEach, describe, expect, it } from 'vitest'
import type { SecureUploadClient } from '../../src/client/secure-upload-client.js'
import { createUploadQueue } from '../../src/queue/create-upload-queue.js'
import { createResumableUpload } from '../../src/resumable/create-resumable-upload.js'
import { uploadSmallFiles } from '../../src/small-files/upload-small-files.js'
import { MEBIBYTE, OTHER_PROJECT, PUBLIC_KEY, useStage } from '../use-stage.js'

const stage = await useStage()

const filesOf = (...names: string[]): File[] => names.map((name) => new File([name], name))
const large = (): File => new File([new Uint8Array(11 * MEBIBYTE)], 'large.bin')

/** The ways to upload with a client. Each resolves when its files are uploaded. */
const WAYS: Record<string, (client: SecureUploadClient) => Promise<unknown>> = {
  uploadFile: (client) => client.uploadFile(new Blob(['hello'])),
  uploadFiles: async (client) => valuesOf(await client.uploadFiles(filesOf('a', 'b'))),
  uploadSmallFiles: async (client) => valuesOf(await uploadSmallFiles(client, filesOf('a', 'b'))),
  createResumableUpload: (client) => createResumableUpload(client, large()).result,
  'a new queue': (client) => upload(createUploadQueue({ client })),
}

const valuesOf = (outcomes: PromiseSettledResult<unknown>[]): unknown[] =>
  outcomes.map((outcome) => {
    if (outcome.status === 'rejected') throw outcome.reason
    return outcome.value
  })

async function upload(queue: ReturnType<typeof createUploadQueue>, ...more: File[]): Promise<void> {
  queue.add([...filesOf('a'), large(), ...more])
  for (const { error } of await queue.settled()) if (error) throw error
}

/** Returns the public keys of the requests that started an upload. */
function usedKeys(): string[] {
  const entries = ['base', 'multipart/start'] as const
  const keys = entries.flatMap((name) =>
    stage.emulator.journal.entries(name).map(({ publicKey }) => publicKey),
  )
  return [...new Set(keys)].map(String)
}

describe('a client whose token endpoint changes to another project', () => {
  let client: SecureUploadClient
  beforeEach(async () => {
    client = stage.createClient()
    await client.uploadFile(new Blob(['hello']))
    expect(client.getSettings().publicKey).toBe(PUBLIC_KEY)
  })

  it.each(Object.entries(WAYS))('uploads to that project when its token has expired: %s', async (_, run) => {
    Object.assign(stage.issue, OTHER_PROJECT)
    stage.passTime(60_000)
    await run(client)
    expect(usedKeys()).toEqual([PUBLIC_KEY, OTHER_PROJECT.publicKey])
  })

  it.each(Object.entries(WAYS))('uploads to that project after a sign-out: %s', async (_, run) => {
    Object.assign(stage.issue, OTHER_PROJECT)
    client.tokenSource.clear()
    await run(client)
    expect(usedKeys()).toEqual([PUBLIC_KEY, OTHER_PROJECT.publicKey])
  })

  it('uploads to it with a queue that is older than the change', async () => {
    const queue = createUploadQueue({ client })
    await upload(queue)
    Object.assign(stage.issue, OTHER_PROJECT)
    client.tokenSource.clear()
    await upload(queue, ...filesOf('b'))
    expect(usedKeys()).toEqual([PUBLIC_KEY, OTHER_PROJECT.publicKey])
  })

  it.each(Object.entries(WAYS))('uploads nothing when the settings have a key: %s', async (_, run) => {
    const fixed = stage.createClient({ publicKey: PUBLIC_KEY })
    await fixed.uploadFile(new Blob(['hello']))
    Object.assign(stage.issue, OTHER_PROJECT)
    fixed.tokenSource.clear()
    await expect(run(fixed)).rejects.toThrow('signs for the project otherpublickey')
    expect(usedKeys()).toEqual([PUBLIC_KEY])
  })
})

describe('updateSettings of a client', () => {
  it('applies to the next files of a queue that exists already', async () => {
    const client = stage.createClient({ store: true })
    const queue = createUploadQueue({ client })
    client.updateSettings({ store: false, multipartMinFileSize: 10 * MEBIBYTE + 2 * MEBIBYTE })
    queue.add([...filesOf('a'), large()])
    const items = await queue.settled()
    expect(items.map(({ uploaded }) => uploaded?.isStored)).toEqual([false, false])
    expect(stage.emulator.journal.entries('multipart/start')).toEqual([])
  })
})
