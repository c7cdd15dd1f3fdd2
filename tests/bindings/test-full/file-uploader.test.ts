import path from 'node:path'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Binding } from '../src/binding.js'
import { buildPage } from '../src/build-page.js'
import { startStage, type Stage } from '../src/start-stage.js'
import { REACT_18, REACT_19 } from '../src/react/bindings.js'
import { SVELTE } from '../src/svelte/bindings.js'
import { VUE } from '../src/vue/bindings.js'

interface Provider extends Element {
  getAPI(): {
    addFileFromObject(file: File): void
    uploadAll(): void
    getOutputCollectionState(): { allEntries: { status: string; errors: { message: string }[] }[] }
  }
}

/** Adds text files to File Uploader and uploads them. */
const upload = (page: Page, ...texts: string[]): Promise<void> =>
  page.evaluate((contents) => {
    const api = document.querySelector<Provider>('uc-upload-ctx-provider')?.getAPI()
    for (const [index, text] of contents.entries()) {
      api?.addFileFromObject(new File([text], `${String(index)}.txt`, { type: 'text/plain' }))
    }
    api?.uploadAll()
  }, texts)

const errorsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const state = document
      .querySelector<Provider>('uc-upload-ctx-provider')
      ?.getAPI()
      .getOutputCollectionState()
    return state?.allEntries.flatMap(({ errors }) => errors.map(({ message }) => message)) ?? []
  })

describe.each<[string, Omit<Binding, 'renderOnServer'>, string]>([
  ['React 19', REACT_19, '../src/react/mount-file-uploader.tsx'],
  ['React 18', REACT_18, '../src/react/mount-file-uploader.tsx'],
  ['Vue', VUE, '../src/vue/mount-file-uploader.ts'],
  ['Svelte', SVELTE, '../src/svelte/mount-file-uploader.ts'],
])('File Uploader in %s', (_name, binding, file) => {
  describeInChromium('FileUploader', () => {
    let stage: Stage
    let browser: Browser
    let page: Page
    beforeAll(async () => {
      const entry = path.join(import.meta.dirname, file)
      stage = await startStage(await buildPage({ ...binding, entry }, 'file-uploader-page.ts'))
      browser = await launchChromium()
    })
    afterEach(async () => {
      await page.context().close()
      stage.isSignedIn = true
    })
    afterAll(async () => {
      await browser.close()
      await stage.close()
    })

    async function open(route = 'files'): Promise<void> {
      page = await (await browser.newContext()).newPage()
      await page.goto(`${stage.url}/#${route}`)
      await page.locator('uc-upload-ctx-provider').waitFor({ state: 'attached' })
    }

    it('uploads a file with the route, completes it, and passes the data on', async () => {
      await open()
      await upload(page, 'Hello')
      await expect
        .poll(() => page.evaluate(() => window.uploader.outcomes))
        .toEqual([{ status: 'fulfilled', value: expect.objectContaining({ data: { size: 5 } }) as unknown }])
    })

    it('gives each file a receipt and the metadata that the route sets', async () => {
      await open('tagged')
      await upload(page, 'one', 'two')
      const accepted = {
        status: 'fulfilled',
        value: expect.objectContaining({ data: { album: 'summer' } }) as unknown,
      }
      await expect.poll(() => page.evaluate(() => window.uploader.outcomes)).toEqual([accepted, accepted])
      expect(stage.errors).toEqual([])
    })

    it('shows why the server rejected a file', async () => {
      await open()
      await upload(page, '<!doctype html><html><script>alert(1)</script></html>')
      await expect.poll(() => errorsOf(page)).toEqual([expect.stringContaining('text/html')])
      expect(await page.evaluate(() => window.uploader.outcomes)).toEqual([])
    })

    it('asks a signed-out user to sign in, and calls the listener of a failed file', async () => {
      stage.isSignedIn = false
      await open()
      await upload(page, 'Hello')
      await expect.poll(() => errorsOf(page)).toContain('Sign in to upload')
      expect(await page.evaluate(() => window.uploader.failures)).toBe(1)
    })

    it('removes its elements when it is unmounted', async () => {
      await open()
      await page.evaluate(() => window.uploader.unmount())
      await expect.poll(() => page.locator('uc-config, uc-file-uploader-regular').count()).toBe(0)
    })
  })
})
