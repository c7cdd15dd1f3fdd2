import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

const MEBIBYTE = 1024 * 1024
const POLLED = { timeout: 20_000 }

/** Opens the queue of a page, as an app does when it starts. */
const openQueue = (page: Page, settings: { owner?: string; keepBytes?: number } = {}): Promise<void> =>
  page.evaluate((own) => {
    const client = window.createClient({ maxConcurrentRequests: 1 })
    Object.assign(window, { queue: window.client.createUploadQueue({ client, owner: 'ann', ...own }) })
  }, settings)

const addFile = (page: Page, name: string, sizeBytes: number): Promise<void> =>
  page.evaluate(
    ([fileName, size]) => {
      window.queue.add([new File([new Uint8Array(size)], fileName, { lastModified: 1 })])
    },
    [name, sizeBytes] as const,
  )

const restore = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await window.queue.restore()).map(({ name, status }) => `${name} ${status}`))

const settle = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await window.queue.settled()).map(({ name, status }) => `${name} ${status}`))

/** The keys and values in IndexedDB. */
const storedEntries = (page: Page): Promise<[string, string][]> =>
  page.evaluate(async () => {
    // Opening it here first would create it without its object store.
    if (!(await indexedDB.databases()).some(({ name }) => name === 'secure-uploading')) return []
    return new Promise<[string, string][]>((resolve) => {
      const opening = indexedDB.open('secure-uploading')
      opening.onsuccess = () => {
        const store = opening.result.transaction('secure-uploading').objectStore('secure-uploading')
        const keys = store.getAllKeys()
        const values = store.getAll()
        values.onsuccess = () => {
          opening.result.close()
          resolve(
            values.result.map((value, index) => [JSON.stringify(keys.result[index]), JSON.stringify(value)]),
          )
        }
      }
    })
  })

const storedKeys = async (page: Page): Promise<string[]> => (await storedEntries(page)).map(([key]) => key)

/** How many parts are noted as sent. */
const notedParts = async (page: Page): Promise<number> =>
  (await storedEntries(page)).join().split('null').length - 1

describeInChromium('an upload queue', () => {
  const demo = usePage()
  afterEach(() => {
    // The emulator waits for requests that hang.
    demo.stage.server.emulator.faults.clear()
  })

  it('uploads files, and shows their progress', async () => {
    const page = await demo.open()
    await openQueue(page)
    await addFile(page, 'a.bin', 3 * MEBIBYTE)
    await addFile(page, 'b.bin', 11 * MEBIBYTE)
    expect(await settle(page)).toEqual(['a.bin uploaded', 'b.bin uploaded'])
    expect(await page.evaluate(() => window.queue.getSnapshot().progress)).toBe(1)
    await expect.poll(() => storedKeys(page), POLLED).toEqual(['"queue"'])
  })

  it('resumes after a reload with its bytes, and repeats no stored part', async () => {
    const page = await demo.open()
    const { faults, journal } = demo.stage.server.emulator
    await openQueue(page)
    faults.add({ endpoint: 'part', skip: 2, times: Infinity, until: new Promise<never>(() => undefined) })
    const stored = (): number => journal.entries('part').filter(({ status }) => status === 200).length
    await addFile(page, 'video.mp4', 22 * MEBIBYTE)
    await expect.poll(stored, POLLED).toBe(2)
    await expect.poll(async () => (await storedKeys(page)).length, POLLED).toBe(3)
    await expect.poll(() => notedParts(page), POLLED).toBe(2)

    await page.reload()
    faults.clear()
    await openQueue(page)
    await restore(page)
    expect(await settle(page)).toEqual(['video.mp4 uploaded'])
    expect(stored()).toBe(5)
    expect(journal.entries('multipart/start')).toHaveLength(1)
  })

  it('asks for a file over keepBytes again after a reload', async () => {
    const page = await demo.open()
    const { faults } = demo.stage.server.emulator
    faults.add({ endpoint: 'base', times: Infinity, until: new Promise<never>(() => undefined) })
    await openQueue(page, { keepBytes: 10 })
    await addFile(page, 'large.txt', 11)
    await expect.poll(async () => (await storedKeys(page)).length, POLLED).toBe(2)

    await page.reload()
    faults.clear()
    await openQueue(page, { keepBytes: 10 })
    expect(await restore(page)).toEqual(['large.txt needs-file'])
    await addFile(page, 'large.txt', 11)
    expect(await settle(page)).toEqual(['large.txt uploaded'])
  })

  it('restores a paused file as paused, and deletes files of any user that no page restored for a day', async () => {
    const page = await demo.open()
    await openQueue(page)
    await page.evaluate(() => window.queue.pause())
    await addFile(page, 'a.txt', 11)
    const paused = async (): Promise<boolean> => (await storedEntries(page)).join().includes('"paused":[1]')
    await expect.poll(paused, POLLED).toBe(true)
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const opening = indexedDB.open('secure-uploading')
        opening.onsuccess = () => {
          resolve(opening.result)
        }
      })
      const transaction = database.transaction('secure-uploading', 'readwrite')
      const old = { owner: 'ann', addedAtMs: Date.now() - 90_000_000, file: new File(['private'], 'old.txt') }
      transaction.objectStore('secure-uploading').put(old, 'queue/lost-1')
      await new Promise((resolve) => {
        transaction.oncomplete = resolve
      })
      database.close()
    })

    await page.reload()
    await openQueue(page)
    expect(await restore(page)).toEqual(['a.txt paused'])
    await expect.poll(async () => (await storedKeys(page)).includes('"queue/lost-1"'), POLLED).toBe(false)
    await page.evaluate(() => window.queue.resume())
    expect(await settle(page)).toEqual(['a.txt uploaded'])
  })

  it('shows another user nothing, and deletes the files', async () => {
    const page = await demo.open()
    const { faults } = demo.stage.server.emulator
    faults.add({ endpoint: 'base', times: Infinity, until: new Promise<never>(() => undefined) })
    await openQueue(page)
    await addFile(page, 'private.txt', 11)
    await expect.poll(async () => (await storedKeys(page)).length, POLLED).toBe(2)

    await page.reload()
    faults.clear()
    await openQueue(page, { owner: 'bob' })
    expect(await restore(page)).toEqual([])
    expect(await storedKeys(page)).toEqual([])
  })

  it('is restored in one of two tabs, and not while its own tab is open', async () => {
    const page = await demo.open()
    const { faults, journal } = demo.stage.server.emulator
    faults.add({ endpoint: 'base', times: Infinity, until: new Promise<never>(() => undefined) })
    await openQueue(page)
    await addFile(page, 'a.txt', 11)
    await expect.poll(async () => (await storedKeys(page)).length, POLLED).toBe(2)

    const tabs = await Promise.all([page.context().newPage(), page.context().newPage()])
    for (const tab of tabs) {
      await tab.goto(page.url())
      await openQueue(tab)
      expect(await restore(tab)).toEqual([])
    }
    const heldLocks = (): Promise<number | undefined> =>
      tabs[0].evaluate(async () => (await navigator.locks.query()).held?.length)
    expect(await heldLocks()).toBe(3)
    await page.close()
    await expect.poll(heldLocks, POLLED).toBe(2)
    faults.clear()
    const before = journal.entries('base').length
    const restored = await Promise.all(tabs.map(restore))
    expect(restored.flat()).toHaveLength(1)
    expect((await Promise.all(tabs.map(settle))).flat()).toEqual(['a.txt uploaded'])
    expect(journal.entries('base')).toHaveLength(before + 1)
  })
})
