import path from 'node:path'
import {
  openDemoInChromium,
  testLook,
  testManyFiles,
  testUploadList,
  textFiles,
} from '@secure-uploading/demo-kit/testing'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { startPanelPage } from './start-panel-page.js'

/** Tests the built page of an upload panel, `dist/page` in the folder of its app, in Chromium. */
export function describeUploadPanel(framework: string, appFolder: string): void {
  describeInChromium(`the upload panel for ${framework}`, () => {
    const opened = openDemoInChromium(() => startPanelPage(path.join(appFolder, 'dist/page')))
    // The page has no sign-in.
    const demo = {
      get emulator() {
        return opened.emulator
      },
      newPage: opened.newPage,
      newSignedInPage: opened.newPage,
    }
    testUploadList(demo)
    testManyFiles(demo)
    testLook(demo)

    it('can be used with the keyboard alone, and announces the number of uploaded files', async () => {
      const page = await demo.newPage()
      // React renders after the page is loaded.
      await page.locator('[data-slot=drop-zone]').waitFor()
      const chooser = page.waitForEvent('filechooser')
      await page.keyboard.press('Tab')
      await page.locator('[data-slot=drop-zone]:focus').waitFor()
      await page.keyboard.press('Enter')
      await (await chooser).setFiles(textFiles(2))
      const summary = page.getByRole('heading', { name: '2 of 2 uploaded' })
      await summary.waitFor()
      expect(await summary.getAttribute('aria-live')).toBe('polite')
    })

    it('rejects a file that is too large, and says why', async () => {
      const page = await demo.newPage()
      await page.locator('input[type=file]').setInputFiles({
        name: 'large.bin',
        mimeType: 'application/octet-stream',
        buffer: Buffer.alloc(1_000_001),
      })
      await page.getByText('at most 1 MB are accepted').waitFor()
    })
  })
}
