import path from 'node:path'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEmulator, type EmulatorServer } from '../src/node/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../test/demo-project.js'
import { bundleForBrowser } from '../test/official/bundle-for-browser.js'
import type { FileUploaderPage, UploaderSetup } from '../test/official/file-uploader-page.js'
import { servePage } from '../test/official/serve-page.js'
import { startSource } from '../test/official/start-source.js'

declare const page: FileUploaderPage

const MEBIBYTE = 1024 * 1024

describeInChromium('file-uploader', () => {
  let server: EmulatorServer
  let source: Awaited<ReturnType<typeof startSource>>
  let site: Awaited<ReturnType<typeof servePage>>
  let browser: Browser
  let tab: Page

  beforeAll(async () => {
    const script = await bundleForBrowser(
      path.join(import.meta.dirname, '../test/official/file-uploader-page.ts'),
    )
    site = await servePage('<!doctype html><body><script src="script.js"></script>', { 'script.js': script })
    source = await startSource()
    server = await startEmulator({ projects: [{ ...demoProject, allowPrivateSources: true }] })
    browser = await launchChromium()
  })
  beforeEach(async () => {
    await server.emulator.reset()
    tab = await browser.newPage()
    await tab.goto(site.url)
    return async () => tab.close()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    source.close()
    site.close()
  })

  async function open(
    attributes: Readonly<Record<string, string>>,
    resolved?: UploaderSetup['resolved'],
  ): Promise<void> {
    const setup = {
      attributes: {
        pubkey: PUBLIC_KEY,
        'base-url': server.url,
        'cdn-cname': server.url,
        'quality-insights': 'false',
        ...attributes,
      },
      ...(resolved && { resolved }),
    }
    await tab.evaluate((given) => {
      page.open(given)
    }, setup)
  }
  const attributesOf = (token: Awaited<ReturnType<typeof signed>>): Record<string, string> => ({
    'secure-signature': token.secureSignature,
    'secure-expire': token.secureExpire,
  })
  const addFiles = async (...sizesBytes: number[]): Promise<void> => {
    await tab.evaluate((sizes) => {
      for (const [index, sizeBytes] of sizes.entries()) page.addFile(`file ${index}.txt`, sizeBytes)
    }, sizesBytes)
  }
  const upload = async (): ReturnType<FileUploaderPage['upload']> => tab.evaluate(async () => page.upload())

  test('uploads local files, small and large, with a static signature', async () => {
    await open({ ...attributesOf(await signed(600)), 'multipart-min-file-size': String(10 * MEBIBYTE) })
    await addFiles(10, 20, 11 * MEBIBYTE)

    expect((await upload()).statuses).toEqual(['success', 'success', 'success'])
    expect(server.emulator.journal.entries('part')).toHaveLength(3)
  })

  test('uploads from a URL', async () => {
    await open(attributesOf(await signed(600)))
    await tab.evaluate((url) => {
      page.addUrl(url)
    }, source.url)

    expect(await upload()).toMatchObject({ statuses: ['success'], names: ['cat.txt'] })
  })

  test('makes a group of what was uploaded', async () => {
    await open({ ...attributesOf(await signed(600)), 'group-output': 'true' })
    await addFiles(10, 20)

    expect(await upload()).toMatchObject({ statuses: ['success', 'success'], groupCount: 2 })
    expect(server.emulator.journal.entries('group')[0]).toMatchObject({ verdict: { valid: true } })
  })

  test('shows that a static signature has expired', async () => {
    await open(attributesOf(await signed(60)))
    server.emulator.clock.advanceMs(120_000)
    await addFiles(10)

    expect(await upload()).toMatchObject({ statuses: ['failed'], errors: ['Expired signature.'] })
  })

  test('asks a resolver for its signature', async () => {
    await open({}, await signed(3600))
    await addFiles(10)

    expect((await upload()).statuses).toEqual(['success'])
    expect(server.emulator.journal.entries('base')[0]).toMatchObject({ credential: 'signature' })
  })

  test('shows that a signature is required', async () => {
    await open({})
    await addFiles(10)

    expect(await upload()).toMatchObject({ statuses: ['failed'], errors: ["'signature' is required."] })
  })

  test('needs no signature while secure uploading is off', async () => {
    server.emulator.projects.update(PUBLIC_KEY, { secureUploading: false })
    await open({})
    await addFiles(10)

    expect((await upload()).statuses).toEqual(['success'])
  })

  test('cancels an upload that is under way', async () => {
    server.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
    await open(attributesOf(await signed(600)))
    await addFiles(10)
    void upload().catch(() => undefined)
    await tab.evaluate(async () => page.started())
    await tab.evaluate(() => {
      page.cancelAll()
    })

    expect(await tab.evaluate(() => page.count())).toBe(0)
  })
})
