import {
  testLook,
  testManyFiles,
  testSignOut,
  testUploadList,
  testUploadPage,
  textFiles,
} from '@secure-uploading/demo-kit/testing'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { describe, expect, it } from 'vitest'
import { openDemo } from './open-demo'

describeInChromium('the page with the upload queue', () => {
  const demo = openDemo()
  testUploadPage(demo)
  testSignOut(demo)
  testUploadList(demo)
  testManyFiles(demo)
  describe('the look of all pages', () => {
    testLook(demo, ['/', '/avatar', '/file-uploader'])
  })

  it('uploads nothing after the session ended elsewhere, shows the sign-in, and starts with an empty list', async () => {
    const page = await demo.newSignedInPage()
    await page.context().clearCookies()
    await page.locator('input[type=file]').setInputFiles(textFiles(3))
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    expect(demo.emulator.journal.entries('base')).toEqual([])
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
    expect(await page.getByRole('listitem').count()).toBe(0)
  })

  it('continues uploads while the user visits the other pages', async () => {
    const page = await demo.newSignedInPage()
    demo.emulator.faults.add({ endpoint: 'base', latencyMs: 500, times: 2 })
    await page.locator('input[type=file]').setInputFiles(textFiles(2))
    await page.getByRole('link', { name: 'File Uploader' }).click()
    await page.getByRole('heading', { name: /File Uploader with/ }).waitFor()
    await page.getByRole('link', { name: 'Upload queue' }).click()
    await page.getByRole('heading', { name: '2 of 2 uploaded' }).waitFor()
  })

  it('renders the drop zone on the server, and hydrates it without an error', async () => {
    const page = await demo.newSignedInPage()
    const errors: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    page.on('pageerror', (error) => errors.push(error.message))
    const response = await page.reload({ waitUntil: 'networkidle' })
    expect(await response?.text()).toContain('or choose files')
    expect(errors).toEqual([])
  })
})
