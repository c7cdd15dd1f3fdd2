import path from 'node:path'
import { launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { startEmulator, type EmulatorServer } from '../src/node/index.js'
import { demoProject } from '../test/demo-project.js'
import { bundleForBrowser } from '../test/official/bundle-for-browser.js'
import { servePage } from '../test/official/serve-page.js'
import { startSource } from '../test/official/start-source.js'

interface Stage {
  server: EmulatorServer
  /** A source for uploads from a URL. */
  source: Awaited<ReturnType<typeof startSource>>
  site: Awaited<ReturnType<typeof servePage>>
  browser: Browser
}

/**
 * Starts an emulator for the tests of a `describe`, and opens a tab with a page of an official client for each test.
 *
 * @param page the file in `test/official` that is to bundle
 */
export function useOfficialPage(page: string) {
  let stage: Stage | undefined
  let tab: Page | undefined

  beforeAll(async () => {
    const script = await bundleForBrowser(path.join(import.meta.dirname, '../test/official', page))
    stage = {
      site: await servePage('<!doctype html><body><script src="script.js"></script>', {
        'script.js': script,
      }),
      source: await startSource(),
      server: await startEmulator({ projects: [{ ...demoProject, allowPrivateSources: true }] }),
      browser: await launchChromium(),
    }
  })
  beforeEach(async () => {
    await started(stage).server.emulator.reset()
    tab = await started(stage).browser.newPage()
    await tab.goto(started(stage).site.url)
  })
  afterEach(() => tab?.close())
  afterAll(async () => {
    const { browser, server, source, site } = started(stage)
    await browser.close()
    await server.close()
    source.close()
    site.close()
  })

  return {
    get server() {
      return started(stage).server
    },
    get source() {
      return started(stage).source
    },
    get tab() {
      return started(tab)
    },
  }
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('Not started: use it inside a test')
  return part
}
