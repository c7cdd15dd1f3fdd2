import { describe, expect, it } from 'vitest'
import { createResumableUpload } from '../../src/resumable/create-resumable-upload.js'
import { useStage } from '../use-stage.js'
import { createMemoryStore } from './memory-store.js'
import { fileOf, settleStore, usePages } from './open-page.js'

const stage = await useStage()
const { open, leave } = usePages(stage)

const HOUR_MS = 3_600_000
type Store = ReturnType<typeof createMemoryStore>

/** Stores values of a page that was closed for good: no list contains them. */
function storeUnlisted(store: Store, owner: string, ageMs: number): void {
  const atMs = stage.createClient().tokenSource.clock.wallMs() - ageMs
  const file = { owner, name: 'a.txt', sizeBytes: 1, type: '', lastModified: 1, addedAtMs: atMs }
  store.values.set(`queue/${owner}-${String(ageMs)}`, file)
  store.values.set(`queue-parts/${owner}-${String(ageMs)}`, { owner, startedAtMs: atMs })
  store.values.set(`session-${owner}-${String(ageMs)}`, { owner, startedAtMs: atMs })
}

const keysOf = (store: Store): string[] => [...store.values.keys()].filter((key) => key !== 'queue').sort()

describe('stored files that no list contains', () => {
  it.each(['restore', 'add'] as const)(
    'are deleted after a day by the next queue that calls %s, of any user',
    async (method) => {
      const store = createMemoryStore()
      for (const owner of ['ann', 'bob']) storeUnlisted(store, owner, 25 * HOUR_MS)
      storeUnlisted(store, 'ann', -25 * HOUR_MS)
      storeUnlisted(store, 'ann', 23 * HOUR_MS)
      const queue = open(store)
      if (method === 'restore') await queue.restore()
      else queue.add([fileOf('b.txt')])
      await settleStore()
      queue.clear()
      await settleStore()
      expect(keysOf(store)).toStrictEqual([
        'queue-parts/ann-82800000',
        'queue/ann-82800000',
        'session-ann-82800000',
      ])
    },
  )

  it('are deleted immediately when they belong to another user', async () => {
    const store = createMemoryStore()
    storeUnlisted(store, 'bob', HOUR_MS)
    storeUnlisted(store, 'ann', HOUR_MS)
    await open(store).restore()
    await settleStore()
    const files = keysOf(store).filter((key) => key.startsWith('queue/'))
    expect(files).toStrictEqual(['queue/ann-3600000'])
  })

  it('are deleted after a day by a resumable upload, too', async () => {
    const store = createMemoryStore()
    storeUnlisted(store, 'bob', 25 * HOUR_MS)
    storeUnlisted(store, 'bob', HOUR_MS)
    const options = { resumeKey: 'a', resumeStore: store }
    await createResumableUpload(stage.createClient(), new Blob(['a']), options).result
    await settleStore()
    expect(keysOf(store)).toHaveLength(3)
  })

  it('do not delay or fail a queue whose store cannot delete them', async () => {
    const store = { ...createMemoryStore(), deleteWhere: () => Promise.reject(new Error('VersionError')) }
    const before = open(store)
    before.add([fileOf('a.txt')])
    await leave(before)
    expect(await open(store).restore()).toHaveLength(1)
  })
})
