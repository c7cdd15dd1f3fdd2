import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

const SIZE_BYTES = 200 * 1024 * 1024
const PARTS = 40
const STORED_BEFORE = 20

describeInChromium('a resumable upload of 200 MiB', () => {
  const demo = usePage()
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'resumable-'))
    await writeFile(path.join(folder, 'video.mp4'), Buffer.alloc(SIZE_BYTES, 'some bytes'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  /** Picks the file through the input, and uploads it. */
  async function upload(page: Page): Promise<number> {
    await page.setContent('<input type="file">')
    await page.setInputFiles('input', path.join(folder, 'video.mp4'))
    return page.evaluate(async () => {
      const [file] = document.querySelector('input')?.files ?? []
      if (!file) throw new Error('No file was picked')
      const client = window.createClient({ maxConcurrentRequests: 1 })
      const { result } = window.client.createResumableUpload(client, file, {
        resumeKey: 'video',
        owner: 'anyone',
      })
      return (await result).size
    })
  }

  it('resumes after a reload in the middle without repeating a stored part', async () => {
    const page = await demo.open()
    const { faults, journal } = demo.stage.server.emulator
    const hangs = new Promise<never>(() => undefined)
    faults.add({ endpoint: 'part', skip: STORED_BEFORE, times: Infinity, until: hangs })
    const stored = (): object[] => journal.entries('part').filter(({ status }) => status === 200)
    // The part number is in the query, which the journal leaves out.
    const addresses = new Set<string>()
    page.on('response', (response) => {
      if (response.request().method() === 'PUT' && response.ok()) addresses.add(response.url())
    })

    upload(page).catch(() => undefined)
    // The next part is sent after the one before was stored.
    await expect.poll(() => journal.entries('part').length).toBe(STORED_BEFORE + 1)
    expect(stored()).toHaveLength(STORED_BEFORE)

    await page.reload()
    faults.clear()
    expect(await upload(page)).toBe(SIZE_BYTES)
    expect(stored()).toHaveLength(PARTS)
    expect(addresses.size).toBe(PARTS)
    expect(journal.entries('multipart/start')).toHaveLength(1)
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
      'secure-uploading',
    ])
  })
})
