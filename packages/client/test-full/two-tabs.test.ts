import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

const SIZE_BYTES = 22 * 1024 * 1024
const PARTS = 5

/** Uploads the same file in each tab. */
const upload = (tab: Page): Promise<string> =>
  tab.evaluate(async (size) => {
    const file = new File([new Uint8Array(size)], 'video.mp4', { lastModified: 1 })
    const client = window.createClient({ maxConcurrentRequests: 1 })
    const options = { resumeKey: 'video', owner: 'anyone' }
    return (await window.client.createResumableUpload(client, file, options).result).uuid
  }, SIZE_BYTES)

describeInChromium('a resumable upload in two tabs', () => {
  const demo = usePage()
  const sentParts = () =>
    demo.stage.server.emulator.journal.entries('part').filter(({ status }) => status === 200)
  afterEach(() => {
    // The emulator waits for requests that hang.
    demo.stage.server.emulator.faults.clear()
  })

  async function openTabs(): Promise<[Page, Page]> {
    const first = await demo.open()
    const second = await first.context().newPage()
    await second.goto(first.url())
    return [first, second]
  }

  it('sends the file once, and both tabs get the same uuid', async () => {
    const tabs = await openTabs()
    const { faults, journal } = demo.stage.server.emulator
    let release: () => void = () => undefined
    const until = new Promise<void>((resolve) => (release = resolve))
    faults.add({ endpoint: 'part', skip: 1, times: 1, until })
    const uploads = tabs.map(upload)
    // The second tab waits while the first one sends.
    await expect
      .poll(() => tabs[0].evaluate(async () => (await navigator.locks.query()).pending?.length))
      .toBe(1)
    expect(journal.entries('multipart/start').length).toBeLessThanOrEqual(1)
    release()
    const [one, other] = await Promise.all(uploads)
    expect(other).toBe(one)
    expect(journal.entries('multipart/start')).toHaveLength(1)
    expect(sentParts()).toHaveLength(PARTS)
  })

  it('resumes in the second tab when the first is closed, and repeats no stored part', async () => {
    const [first, second] = await openTabs()
    const { faults, journal } = demo.stage.server.emulator
    faults.add({ endpoint: 'part', skip: 2, times: Infinity, until: new Promise<never>(() => undefined) })
    upload(first).catch(() => undefined)
    // The third part is sent after the second was stored and noted.
    await expect.poll(() => journal.entries('part').length).toBe(3)
    const resumed = upload(second)
    await expect
      .poll(() => second.evaluate(async () => (await navigator.locks.query()).pending?.length))
      .toBe(1)
    // The part of the first tab hangs still. Those of the second must not.
    faults.clear()
    await first.close()
    expect(await resumed).toMatch(/^[0-9a-f-]{36}$/)
    expect(journal.entries('multipart/start')).toHaveLength(1)
    expect(sentParts()).toHaveLength(PARTS)
  })
})
