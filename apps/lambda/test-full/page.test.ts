import {
  openDemoInChromium,
  testLook,
  testManyFiles,
  testSignOut,
  testUploadList,
  testUploadPage,
  textFiles,
} from '@secure-uploading/demo-kit/testing'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { startLambdaDemo } from '../test/start-lambda-demo.js'

describeInChromium('the page', () => {
  // The JWT also expires during the uploads.
  const demo = openDemoInChromium(() => startLambdaDemo({ tokenSeconds: 3, accessTokenSeconds: 4 }))
  testUploadPage(demo)
  testSignOut(demo)
  testUploadList(demo)
  testManyFiles(demo)
  testLook(demo)

  it('shows the sign-in when API Gateway refuses the JWT, and starts with an empty list after it', async () => {
    const page = await demo.newSignedInPage()
    await page.route('**/api/upload-token', (route) =>
      route.fulfill({ status: 401, json: { message: 'Unauthorized' } }),
    )
    await page.locator('input[type=file]').setInputFiles(textFiles(2))
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    expect(demo.emulator.journal.entries('base')).toEqual([])
    await page.unrouteAll()
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
    expect(await page.locator('li[data-status]').count()).toBe(0)
  })
})
