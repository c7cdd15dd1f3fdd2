import { launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type { Binding } from './binding.js'
import { buildPage } from './build-page.js'
import type { PageUnderTest } from './page.js'
import { startStage, type Stage } from './start-stage.js'
import { watchLeaks } from './watch-leaks.js'

/** A started app and its page. */
export interface App {
  page: Page
  zone: Locator
  /** The row of a file. */
  row: (name: string) => Locator
  /** Waits until the row of a file has a status. */
  waitFor: (name: string, status: string) => Promise<void>
  /** Adds files through the input. */
  choose: (...files: ChosenFile[]) => Promise<void>
  /** Clicks a button of a row, or of the queue. */
  click: (action: string, name?: string) => Promise<void>
}

export interface ChosenFile {
  name: string
  mimeType: string
  buffer: Buffer
}

export interface UsedApp {
  readonly stage: Stage
  /** Opens a page and starts the app of the binding in it. The page is closed after the test. */
  start(...options: Parameters<PageUnderTest['start']>): Promise<App>
}

/** The text file that the tests upload. */
export const textFile = (name: string, text = `The text of ${name}`): ChosenFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
})

/** Starts a browser and a backend for the tests of a binding. */
export function useApp(binding: Omit<Binding, 'renderOnServer'>): UsedApp {
  let stage: Stage | undefined
  let browser: Browser | undefined
  let pages: Page[] = []
  let problems: string[] = []

  function started(): { stage: Stage; browser: Browser } {
    if (!stage || !browser) throw new Error('The app is started before the tests')
    return { stage, browser }
  }

  beforeAll(async () => {
    stage = await startStage(await buildPage(binding))
    browser = await launchChromium()
  })
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.context().close()))
    const found = problems
    pages = []
    problems = []
    started().stage.isSignedIn = true
    started().stage.errors = []
    await started().stage.emulator.emulator.reset()
    if (found.length > 0) throw new Error(`The page logged ${found.join('\n')}`)
  })
  afterAll(async () => {
    await browser?.close()
    await stage?.close()
  })

  return {
    get stage() {
      return started().stage
    },
    async start(...options) {
      const context = await started().browser.newContext()
      await context.addInitScript(watchLeaks)
      const page = await context.newPage()
      pages.push(page)
      page.on('pageerror', (error) => problems.push(String(error)))
      // Failed requests are logged, too, and expected by the tests that cause them.
      page.on('console', (message) => {
        const isProblem =
          ['error', 'warning'].includes(message.type()) && message.location().url.endsWith('/page.js')
        if (isProblem) problems.push(message.text())
      })
      await page.goto(started().stage.url)
      await page.evaluate((given) => window.app.start(...given), options)
      await page.locator('[data-zone]').waitFor()
      // Keys reach only the page in front.
      await page.bringToFront()
      return appOf(page)
    },
  }
}

function appOf(page: Page): App {
  const row = (name: string) => page.locator(`[data-item="${name}"]`)
  return {
    page,
    zone: page.locator('[data-zone]'),
    row,
    waitFor: async (name, status) => page.locator(`[data-item="${name}"][data-status="${status}"]`).waitFor(),
    choose: async (...files) => page.locator('[data-input]').setInputFiles(files),
    click: async (action, name) =>
      name === undefined
        ? page.locator(`[data-all="${action}"]`).click()
        : row(name).locator(`[data-action="${action}"]`).click(),
  }
}
