import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { startPage, type TestPage } from './start-page.js'

export interface UsedPage {
  /** The browser, the application and the emulator that the tests share. */
  readonly stage: TestPage
  /** Opens a page on a device whose clock is wrong by `clockErrorMs`. It is closed after the test. */
  open(clockErrorMs?: number): Promise<Page>
}

/** Starts a browser for the tests of a `describe`. Each test starts with an empty emulator. */
export function usePage(): UsedPage {
  let stage: TestPage | undefined
  let pages: Page[] = []
  const started = (): TestPage => {
    if (!stage) throw new Error('The browser is started before the tests')
    return stage
  }
  beforeAll(async () => {
    stage = await startPage()
  })
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.context().close()))
    pages = []
    await started().server.emulator.reset()
    started().expiresIn = 60
    started().endpointFaults = []
  })
  afterAll(() => stage?.close())

  return {
    get stage() {
      return started()
    },
    async open(clockErrorMs) {
      const page = await started().open(clockErrorMs)
      pages.push(page)
      return page
    },
  }
}
