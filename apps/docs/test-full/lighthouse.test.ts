import { describeInChromium, findChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveSite } from '../test/serve-site.js'
import { installLighthouse, runLighthouse } from './run-lighthouse.js'

/** What a page may load: a third more than on 2026-11-27. */
const PAGES = [
  { path: '', maxRequests: 17, maxBytes: 136_000 },
  { path: 'errors', maxRequests: 17, maxBytes: 130_000 },
  { path: 'playground', maxRequests: 15, maxBytes: 170_000 },
]

describeInChromium('Lighthouse', () => {
  let site: Awaited<ReturnType<typeof serveSite>>
  beforeAll(async () => {
    ;[site] = await Promise.all([serveSite(), installLighthouse()])
  })
  afterAll(() => {
    site.close()
  })

  it.each(PAGES)(
    'gives /%s at least 95 for accessibility, and the page loads few bytes in few requests',
    async ({ path, maxRequests, maxBytes }) => {
      const measured = []
      for (let round = 0; round < 3; round++)
        measured.push(await runLighthouse(`${site.url}${path}`, findChromium() ?? ''))
      const [, median] = measured.map(({ performance }) => performance).sort((a, b) => a - b)
      const [first] = measured
      console.log(
        `/${path}: performance ${String(median)} (median of 3), accessibility ${String(first?.accessibility)}, ${String(first?.requests)} requests, ${String(first?.bytes)} bytes`,
      )
      for (const { accessibility, requests, bytes, failedAudits } of measured) {
        expect(accessibility, failedAudits.join(', ')).toBeGreaterThanOrEqual(95)
        expect(requests).toBeLessThanOrEqual(maxRequests)
        expect(bytes).toBeLessThanOrEqual(maxBytes)
      }
    },
  )
})
