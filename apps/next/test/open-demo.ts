import type { RunningDemo } from '@secure-uploading/demo-kit'
import type { Emulator } from '@secure-uploading/emulator'
import { launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { startDemo } from '../demo/start-demo.mjs'

/** Starts the demo as `npm run demo:next` does, and a browser, for the tests of one `describe`. */
export function openDemo({ tokenSeconds }: { tokenSeconds: number }) {
  let running: RunningDemo
  let browser: Browser

  beforeAll(async () => {
    ;[running, browser] = await Promise.all([
      startDemo({ port: 0, emulatorPort: 0, uploadcareKeys: undefined, tokenSeconds }),
      launchChromium(),
    ])
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(async () => {
    await Promise.all([running.close(), browser.close()])
  })

  async function newPage(path: string): Promise<Page> {
    const page = await browser.newPage({ baseURL: running.url })
    await page.goto(path)
    return page
  }

  return {
    get emulator(): Emulator {
      if (!running.uploads.emulator) throw new Error('The demo runs without the emulator')
      return running.uploads.emulator
    },
    newPage,
    async newSignedInPage(path: string): Promise<Page> {
      const page = await newPage(path)
      await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
      return page
    },
    /** What is served at the "Open" links, in their order. */
    async bytesBehindLinks(page: Page): Promise<string[]> {
      const links = await page.getByRole('link', { name: /^Open / }).all()
      const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
      return Promise.all(addresses.map(async (address) => (await fetch(address ?? '')).text()))
    },
  }
}
