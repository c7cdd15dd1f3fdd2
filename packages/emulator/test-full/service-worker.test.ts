import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { expect, test } from 'vitest'
import { bundleForBrowser } from '../test/official/bundle-for-browser.js'
import { servePage } from '../test/official/serve-page.js'
import { TOUR_RESULTS } from '../test/official/tour-upload-client.js'
import type { ServiceWorkerPage } from '../test/msw/service-worker-page.js'

declare const page: ServiceWorkerPage

describeInChromium('the emulator in a service worker', () => {
  test('answers every method of upload-client without a server', async () => {
    const worker = createRequire(import.meta.url).resolve('msw/mockServiceWorker.js')
    const site = await servePage('<!doctype html><script src="script.js"></script>', {
      'script.js': await bundleForBrowser(
        path.join(import.meta.dirname, '../test/msw/service-worker-page.ts'),
      ),
      'mockServiceWorker.js': await readFile(worker, 'utf8'),
    })
    const browser = await launchChromium()
    const tab = await browser.newPage()
    await tab.goto(site.url)

    expect(await tab.evaluate(async () => page.tour())).toEqual(TOUR_RESULTS)
    await browser.close()
    site.close()
  })
})
