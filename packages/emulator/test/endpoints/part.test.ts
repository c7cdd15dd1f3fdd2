import { expect, test } from 'vitest'
import { createEmulator, type ByteStorage, type Emulator } from '../../src/index.js'
import { createMemoryStorage } from '../../src/store/memory-storage.js'
import { demoProject, PUBLIC_KEY } from '../demo-project.js'
import { postForm } from '../post-form.js'

const PART_BYTES = 5_242_880

/** A memory storage that discards bytes only after `letDiscard()`. */
function slowStorage(): { storage: ByteStorage; kept: Set<number>; letDiscard: () => void } {
  const memory = createMemoryStorage(Infinity)
  const kept = new Set<number>()
  let lastNumber = 0
  let letDiscard = (): void => undefined
  const discarding = new Promise<void>((resolve) => (letDiscard = resolve))
  const storage: ByteStorage = {
    async keep(chunks) {
      const bytes = await memory.keep(chunks)
      const number = ++lastNumber
      kept.add(number)
      return {
        ...bytes,
        async discard() {
          await discarding
          await bytes.discard()
          kept.delete(number)
        },
      }
    },
  }
  return { storage, kept, letDiscard }
}

async function start(emulator: Emulator): Promise<{ uuid: string; parts: string[] }> {
  const fields = { filename: 'film.mp4', size: String(2 * PART_BYTES), content_type: 'video/mp4' }
  const response = await postForm(emulator, '/multipart/start/', {
    UPLOADCARE_PUB_KEY: PUBLIC_KEY,
    ...fields,
  })
  return (await response.json()) as { uuid: string; parts: string[] }
}

const put = async (emulator: Emulator, url: string | undefined): Promise<Response> =>
  emulator.fetch(new Request(url ?? '', { method: 'PUT', body: new Uint8Array(PART_BYTES) }))

test('a part that is sent four times concurrently is stored once, and removed by a reset', async () => {
  const { storage, kept, letDiscard } = slowStorage()
  const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }], storage })
  const { parts } = await start(emulator)
  const puts = [1, 2, 3, 4].map(async () => put(emulator, parts[0]))
  await expect.poll(() => kept.size).toBe(4)
  letDiscard()
  await Promise.all(puts)

  expect(kept.size).toBe(1)
  await emulator.reset()
  expect(kept.size).toBe(0)
})

test('an upload gets the new bytes of a part while the earlier ones are being discarded', async () => {
  const { storage, kept, letDiscard } = slowStorage()
  const emulator = createEmulator({ projects: [{ ...demoProject, secureUploading: false }], storage })
  const { uuid, parts } = await start(emulator)
  await Promise.all([put(emulator, parts[0]), put(emulator, parts[1])])
  const again = put(emulator, parts[0])
  await expect.poll(() => kept.size).toBe(3)
  const completed = await postForm(emulator, '/multipart/complete/', { uuid, UPLOADCARE_PUB_KEY: PUBLIC_KEY })
  letDiscard()

  expect([completed.status, (await again).status]).toEqual([200, 200])
  const served = await emulator.fetch(new Request(`https://ucarecdn.com/${uuid}/`))
  expect((await served.arrayBuffer()).byteLength).toBe(2 * PART_BYTES)
  expect(kept.size).toBe(2)
})
