import path from 'node:path'
import { launchChromium } from '@secure-uploading/tooling/chromium'
import { build } from 'esbuild'
import type * as entry from '../client/create-uploader.js'
import type { Platform } from './platform.js'
import type { World } from './start-world.js'

declare global {
  interface Window {
    uploads: typeof entry
    uploader: entry.Uploader
  }
}

/** Bundles the client into a page that has it as `window.uploads`. */
export async function buildPage(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, '../client/create-uploader.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'uploads',
    platform: 'browser',
  })
  const script = outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? ''
  return `<!doctype html><meta charset="utf-8"><title>gateway</title><script>${script}</script>`
}

/**
 * Runs the client in a page of the app.
 *
 * @param pagePath `/`, or `/strict` for a page whose CSP forbids requests to other origins
 * @param device whether `navigator.onLine` is false; requests are sent nevertheless
 */
export async function openChromiumPlatform(
  world: World,
  pagePath = '/',
  { isOffline = false } = {},
): Promise<Platform> {
  const browser = await launchChromium()
  const page = await browser.newPage()
  if (isOffline) {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })
    })
  }
  await page.goto(world.appUrl + pagePath)
  return {
    name: 'Chromium',
    async createUploader(options) {
      await page.evaluate(
        (uploaderOptions) => {
          window.uploader = window.uploads.createUploader(uploaderOptions)
        },
        { tokenEndpoint: '/api/upload-token', baseURL: world.uploadUrl, ...options },
      )
      return {
        run: (way) => page.evaluate((name) => window.uploader.run(name), way),
        begin: () =>
          page.evaluate(() => {
            window.uploader.begin()
          }),
        abandon: () => page.evaluate(() => window.uploader.abandon()),
      }
    },
    close: () => browser.close(),
  }
}
