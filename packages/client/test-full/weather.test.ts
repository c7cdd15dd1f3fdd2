import type { Fault } from '@secure-uploading/emulator'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { describe, expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

const ENDPOINTS = ['base', 'multipart/start', 'part', 'multipart/complete', 'info', 'group'] as const
const SIGNED: readonly string[] = ['base', 'multipart/start', 'group']

const ROWS: [string, (endpoint: (typeof ENDPOINTS)[number]) => Fault | undefined][] = [
  [
    'a throttled request',
    // The storage of the parts does not throttle.
    (endpoint) => (endpoint === 'part' ? undefined : { endpoint, throttle: { retryAfterSeconds: 3 } }),
  ],
  ['a lost connection', (endpoint) => ({ endpoint, drop: 'request' })],
  ['a lost answer', (endpoint) => ({ endpoint, drop: 'answer' })],
  ['a gateway that answers 503', (endpoint) => ({ endpoint, status: 503, body: '<html>' })],
  ['an answer cut short', (endpoint) => ({ endpoint, truncateAfterBytes: 5 })],
  [
    'a token refused',
    (endpoint) => (SIGNED.includes(endpoint) ? { endpoint, refuse: 'SignatureExpirationError' } : undefined),
  ],
]

const COLUMNS = { direct: 5, multipart: 10 * 1024 * 1024, group: 30, batch: 6 }

describeInChromium('SecureUploadClient', () => {
  const demo = usePage()

  describe.each(ROWS)('after %s', (_, faultAt) => {
    it.each(Object.entries(COLUMNS))('uploads %s', async (column, expected) => {
      const page = await demo.open()
      await page.evaluate(async () => {
        window.warm = window.createClient()
        await window.warm.uploadFile(new Blob(['x']))
      })
      for (const endpoint of ENDPOINTS) {
        const fault = faultAt(endpoint)
        if (fault) demo.stage.server.emulator.faults.add(fault)
      }
      const outcome = await page.evaluate(async (what) => {
        const small = (): File => new File(['Hello'], 'hello.txt', { type: 'text/plain' })
        if (what === 'direct') return (await window.warm.uploadFile(small())).size
        if (what === 'multipart') {
          return (await window.warm.uploadFile(new Blob([new Uint8Array(10 * 1024 * 1024)]))).size
        }
        const files = Array.from({ length: 6 }, small)
        if (what === 'group') return (await window.warm.uploadFileGroup(files)).totalSize
        const outcomes = await window.warm.uploadFiles(files)
        return outcomes.filter(({ status }) => status === 'fulfilled').length
      }, column)
      expect(outcome).toBe(expected)
    })
  })

  it.each([
    ['ahead', 86_400_000],
    ['behind', -86_400_000],
  ])('needs one token for 50 uploads when the clock is a day %s', async (_, byMs) => {
    const page = await demo.open(byMs)
    const before = demo.stage.issued
    const failed = await page.evaluate(async () => {
      const outcomes = await window
        .createClient()
        .uploadFiles(Array.from({ length: 50 }, () => new Blob(['Hello'])))
      return outcomes.filter(({ status }) => status === 'rejected').length
    })
    expect(failed).toBe(0)
    expect(demo.stage.issued - before).toBe(1)
    expect(demo.stage.server.emulator.journal.entries().filter(({ errorCode }) => errorCode)).toEqual([])
  })

  it('waits while the device is offline, and continues automatically', async () => {
    const page = await demo.open()
    const outcomes = page.evaluate(async () => {
      const client = window.createClient({ retryNetworkErrorMaxTimes: 0 })
      return (await client.uploadFiles(Array.from({ length: 40 }, () => new Blob(['Hello'])))).map(
        ({ status }) => status,
      )
    })
    await expect
      .poll(() => demo.stage.server.emulator.journal.entries('base').length)
      .toBeGreaterThanOrEqual(5)
    await page.context().setOffline(true)
    await page.waitForFunction(() => window.events.some(({ type }) => type === 'waiting'))
    await page.context().setOffline(false)
    expect(new Set(await outcomes)).toEqual(new Set(['fulfilled']))
  })

  it('uploads 200 files with tokens of 2 s without fetching more tokens than expire', async () => {
    demo.stage.expiresIn = 2
    const page = await demo.open()
    const before = demo.stage.issued
    const { failed, tookMs } = await page.evaluate(async () => {
      const start = performance.now()
      const outcomes = await window
        .createClient()
        .uploadFiles(Array.from({ length: 200 }, () => new Blob(['Hello'])))
      return {
        failed: outcomes.filter(({ status }) => status === 'rejected').length,
        tookMs: performance.now() - start,
      }
    })
    const refusals = demo.stage.server.emulator.journal.entries().filter(({ errorCode }) => errorCode).length
    expect(failed).toBe(0)
    expect(demo.stage.issued - before).toBeLessThanOrEqual(Math.ceil(tookMs / 1500) + 1 + refusals)
  })
})
