import { launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, afterEach } from 'vitest'
import { serveSite } from '../test/serve-site.js'

export interface PlaygroundPage {
  page: () => Page
  browser: () => Browser
  siteUrl: () => string
  /** Resolves when the queue has this many uploaded files. */
  untilUploaded: (count: number) => Promise<void>
  setSwitch: (label: string, isOn: boolean) => Promise<void>
  /** Returns the text of the log. */
  log: () => Promise<string>
}

/** Opens the playground in a new browser profile for each test. */
export function usePlaygroundPage(serve = async () => serveSite()): PlaygroundPage {
  let site: Awaited<ReturnType<typeof serveSite>>
  let browser: Browser
  let context: BrowserContext
  let page: Page

  beforeAll(async () => {
    site = await serve()
    browser = await launchChromium()
  })
  beforeEach(async () => {
    context = await browser.newContext()
    page = await context.newPage()
    await page.goto(`${site.url}playground`)
    await page.waitForSelector('.playground[data-status=ready]')
  })
  afterEach(() => context.close())
  afterAll(async () => {
    await browser.close()
    site.close()
  })

  return {
    page: () => page,
    browser: () => browser,
    siteUrl: () => site.url,
    async untilUploaded(count) {
      await page.waitForFunction(
        (expected) =>
          document.querySelectorAll('.playground-files [data-status=uploaded]').length === expected,
        count,
      )
    },
    setSwitch: (label, isOn) => page.getByLabel(label, { exact: true }).setChecked(isOn),
    log: async () => (await page.getByRole('log').textContent()) ?? '',
  }
}
