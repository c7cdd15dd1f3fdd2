import { createRequire } from 'node:module'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveSite } from '../test/serve-site.js'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const PAGES = [
  '',
  'what-it-is',
  'get-started/express',
  'queue',
  'errors',
  'upload-api-errors',
  'playground',
  'packages/server',
  'api/@secure-uploading/client',
]
const NARROW = { width: 320, height: 640 }

describeInChromium('the site', () => {
  let site: Awaited<ReturnType<typeof serveSite>>
  let browser: Browser
  beforeAll(async () => {
    site = await serveSite()
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    site.close()
  })

  async function open(path: string, options: Parameters<Browser['newContext']>[0]): Promise<Page> {
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
    const page = await context.newPage()
    await page.goto(`${site.url}${path}`)
    if (path === 'playground') await page.waitForSelector('.playground[data-status=ready]')
    return page
  }

  it.each(PAGES.flatMap((path) => [['light', path] as const, ['dark', path] as const]))(
    'has no accessibility problem that axe finds: %s /%s',
    async (colorScheme, path) => {
      const page = await open(path, { colorScheme })
      if (path === 'playground') {
        await page.getByRole('button', { name: '20 small files' }).click()
        await page.getByText('20 of 20 uploaded').waitFor()
        await page
          .locator('.playground-log details')
          .first()
          .evaluate((details) => {
            details.setAttribute('open', '')
          })
      }
      await page.addScriptTag({ path: AXE })
      const { violations } = await page.evaluate(async () =>
        (window as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
      )
      expect(
        violations.flatMap(({ id, nodes }) =>
          nodes.map(({ html, target }) => `${id}: ${String(target)} ${html.slice(0, 160)}`),
        ),
      ).toEqual([])
      await page.context().close()
    },
  )

  it.each(PAGES)('does not scroll sideways at 320 pixels: /%s', async (path) => {
    const page = await open(path, { viewport: NARROW })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width)
    await page.context().close()
  })
})
