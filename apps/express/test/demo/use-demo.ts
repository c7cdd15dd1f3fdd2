import { launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { openDemoPage, type DemoPage } from './open-demo-page.js'
import { startDemoProcess, type DemoProcess } from './start-demo-process.js'

export interface UsedDemo {
  readonly emulatorUrl: string
  /** Opens the page, which is closed after the test. */
  open: (options?: Parameters<typeof openDemoPage>[2]) => Promise<DemoPage>
}

/** Starts the demo and a browser before the tests of a `describe`, and stops both afterwards. */
export function useDemo(): UsedDemo {
  let demo: DemoProcess | undefined
  let browser: Browser | undefined

  beforeAll(async () => {
    demo = await startDemoProcess()
    browser = await launchChromium()
  })
  afterEach(async () => {
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? [])
  })
  afterAll(async () => {
    await browser?.close()
    await demo?.stop()
  })

  return {
    get emulatorUrl() {
      return demo?.emulatorUrl ?? ''
    },
    open(options) {
      if (!browser || !demo) throw new Error('The demo has not started')
      return openDemoPage(browser, demo.url, options)
    },
  }
}
