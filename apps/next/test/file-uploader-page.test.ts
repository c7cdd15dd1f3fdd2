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

  test.each([
    ['is right', 0],
    // By its own reckoning, File Uploader would hold the first token for fresh all the time.
    ['is an hour slow', -3_600_000],
  ])('files are uploaded with one token after the other when the clock %s', async (_how, offsetMs) => {
    const page = await demo.newSignedInPage('/file-uploader')
    await page.addInitScript(shiftClock, offsetMs)
    await page.reload()
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

/** Runs in the page. */
function shiftClock(offsetMs: number): void {
  const now = Date.now.bind(Date)
  Date.now = () => now() + offsetMs
}

function uploadedCount({ emulator }: ReturnType<typeof openDemo>): number {
  return emulator.journal.entries('base').filter(({ status }) => status === 200).length
}
