import { textFiles } from '@secure-uploading/demo-kit/testing'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, test } from 'vitest'
import { openDemo } from './open-demo'

describeInChromium('the page with File Uploader', () => {
  const demo = openDemo()

  test('signed out, there is no uploader', async () => {
    const page = await demo.newPage('/file-uploader')
    expect(await page.getByRole('heading', { name: 'You are signed out' }).isVisible()).toBe(true)
    expect(await page.locator('uc-file-uploader-inline').count()).toBe(0)
  })

  test('files are uploaded with a token, and with another one after it expired', async () => {
    const page = await demo.newSignedInPage('/file-uploader')
    demo.emulator.faults.add({ endpoint: 'base', latencyMs: 800, times: Infinity })
    // It has no input of its own: it makes one when somebody asks for a file.
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'From device' }).click()
    await (await chooser).setFiles(textFiles(40))
    await expect.poll(() => uploadedCount(demo), { timeout: 30_000 }).toBe(40)

    const requests = demo.emulator.journal.entries('base')
    expect(requests.filter(({ verdict }) => verdict?.valid === false)).toEqual([])
    expect(new Set(requests.map(({ expire }) => expire)).size).toBeGreaterThan(1)
  })
})

function uploadedCount({ emulator }: ReturnType<typeof openDemo>): number {
  return emulator.journal.entries('base').filter(({ status }) => status === 200).length
}
