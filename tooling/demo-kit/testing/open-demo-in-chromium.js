import { launchChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'

/**
 * A running demo and a browser for the tests of one `describe`. The emulator is reset before each test.
 *
 * @typedef {object} OpenDemo
 * @property {import('@secure-uploading/emulator').Emulator} emulator
 * @property {(path?: string) => Promise<import('playwright-core').Page>} newPage
 * @property {(path?: string) => Promise<import('playwright-core').Page>} newSignedInPage
 */

/**
 * Starts a demo and a browser before the tests of a `describe`, and stops both afterwards.
 *
 * @param {() => Promise<import('../run-demo.js').RunningDemo>} start
 * @returns {OpenDemo}
 */
export function openDemoInChromium(start) {
  let running
  let browser

  beforeAll(async () => {
    ;[running, browser] = await Promise.all([start(), launchChromium()])
  })
  beforeEach(() => running.uploads.emulator.reset())
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))
  afterAll(() => Promise.all([running.close(), browser.close()]))

  async function newPage(path = '/') {
    const page = await browser.newPage({ baseURL: running.url })
    await page.goto(path)
    return page
  }

  return {
    get emulator() {
      return running.uploads.emulator
    },
    newPage,
    async newSignedInPage(path = '/') {
      const page = await newPage(path)
      await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
      return page
    },
  }
}
