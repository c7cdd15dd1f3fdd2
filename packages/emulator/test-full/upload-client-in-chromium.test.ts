import path from 'node:path'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEmulator, type EmulatorServer } from '../src/node/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../test/demo-project.js'
import { bundleForBrowser } from '../test/official/bundle-for-browser.js'
import { servePage } from '../test/official/serve-page.js'
import { startSource } from '../test/official/start-source.js'
import { TOUR_FINDINGS, type TourSettings } from '../test/official/tour-upload-client.js'
import type { UploadClientPage } from '../test/official/upload-client-page.js'

declare const page: UploadClientPage

describeInChromium('upload-client', () => {
  let server: EmulatorServer
  let source: Awaited<ReturnType<typeof startSource>>
  let site: Awaited<ReturnType<typeof servePage>>
  let browser: Browser
  let tab: Page

  beforeAll(async () => {
    const script = await bundleForBrowser(
      path.join(import.meta.dirname, '../test/official/upload-client-page.ts'),
    )
    site = await servePage('<!doctype html><script src="script.js"></script>', { 'script.js': script })
    source = await startSource()
    server = await startEmulator({ projects: [{ ...demoProject, allowPrivateSources: true }] })
    browser = await launchChromium()
    tab = await browser.newPage()
    await tab.goto(site.url)
  })
  beforeEach(async () => {
    await server.emulator.reset()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    source.close()
    site.close()
  })

  const tour = async (settings: TourSettings): Promise<unknown> =>
    tab.evaluate(async (given) => page.tour(...given), [settings, source.url] as const)

  test('every method works with a signature', async () => {
    const settings = { publicKey: PUBLIC_KEY, baseURL: server.url, ...(await signed(600)) }

    expect(await tour(settings)).toEqual(TOUR_FINDINGS)
  })

  test('every method works without one while secure uploading is off', async () => {
    server.emulator.projects.update(PUBLIC_KEY, { secureUploading: false })

    expect(await tour({ publicKey: PUBLIC_KEY, baseURL: server.url })).toEqual(TOUR_FINDINGS)
  })

  test('each refusal reaches the page with its code', async () => {
    const settings = { publicKey: PUBLIC_KEY, baseURL: server.url, ...(await signed(60)) }
    server.emulator.clock.advanceMs(120_000)
    const codes = await tab.evaluate(async (given) => page.refusals(...given), [
      settings,
      source.url,
    ] as const)

    expect(codes).toEqual(Array(4).fill('SignatureExpirationError'))
  })
})
