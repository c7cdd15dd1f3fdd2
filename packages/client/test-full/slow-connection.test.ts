import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

const MEBIBYTE = 1024 * 1024

describeInChromium('SecureUploadClient with tokens of 5 s', () => {
  const demo = usePage()
  let page: Page

  /** Uploads a file over a connection of 1 MiB/s, and returns its size or its error. */
  async function uploadSlowly(sizeBytes: number, multipartMinFileSize?: number): Promise<string> {
    demo.stage.expiresIn = 5
    page = await demo.open()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: MEBIBYTE,
    })
    return page.evaluate(
      ({ size, least }) =>
        window
          .createClient(least === undefined ? {} : { multipartMinFileSize: least })
          .uploadFile(new Blob([new Uint8Array(size)]))
          .then(
            (file) => String(file.size),
            (error: unknown) => String(error),
          ),
      { size: sizeBytes, least: multipartMinFileSize },
    )
  }

  it('fails for a file of 9 MiB at 1 MiB/s with a message that names both durations', async () => {
    expect(await uploadSlowly(9 * MEBIBYTE)).toMatch(
      /took \d+\.\d s to upload, but its token is valid for 5\.0 s/,
    )
  })

  it('uploads a file of 20 MiB', async () => {
    expect(await uploadSlowly(20 * MEBIBYTE)).toBe(String(20 * MEBIBYTE))
  })

  it('sends a file of 20 MiB in parts after it failed in one request', async () => {
    expect(await uploadSlowly(20 * MEBIBYTE, 100 * MEBIBYTE)).toBe(String(20 * MEBIBYTE))
    expect(await page.evaluate(() => window.events.map(({ type }) => type))).toContain('split')
  })

  it('uploads 1000 small files with no more tokens than the elapsed time requires', async () => {
    demo.stage.expiresIn = 5
    page = await demo.open()
    const before = demo.stage.issued
    const { failed, tookMs } = await page.evaluate(async () => {
      const start = performance.now()
      const files = Array.from({ length: 1000 }, (_, index) => new File(['x'.repeat(1000)], String(index)))
      const outcomes = await window.createClient().uploadFiles(files)
      return {
        failed: outcomes.filter(({ status }) => status === 'rejected').length,
        tookMs: performance.now() - start,
      }
    })
    expect(failed).toBe(0)
    expect(demo.stage.issued - before).toBeLessThanOrEqual(Math.ceil(tookMs / 3750) + 1)
  })
})
