import { testUploadPage, textFiles } from '@secure-uploading/demo-kit/testing'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { openDemo } from './open-demo'

describeInChromium('the page with the upload client', () => {
  const demo = openDemo()
  testUploadPage(demo)

  it('uploads nothing after the session ended elsewhere, and shows the sign-in', async () => {
    const page = await demo.newSignedInPage()
    await page.context().clearCookies()
    await page.locator('input[type=file]').setInputFiles(textFiles(3))
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    expect(demo.emulator.journal.entries('base')).toEqual([])
  })

  it('continues uploads while the user visits the other page', async () => {
    const page = await demo.newSignedInPage()
    demo.emulator.faults.add({ endpoint: 'base', latencyMs: 500, times: 2 })
    await page.locator('input[type=file]').setInputFiles(textFiles(2))
    await page.getByRole('link', { name: 'File Uploader' }).click()
    await page.getByRole('heading', { name: /File Uploader with/ }).waitFor()
    await page.getByRole('link', { name: 'Upload client' }).click()
    await page.getByRole('heading', { name: '2 of 2 uploaded' }).waitFor()
  })
})
