import { textFiles } from '@secure-uploading/demo-kit/testing'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { openDemo } from './open-demo'

describeInChromium('the page with File Uploader', () => {
  const demo = openDemo()

  it('shows no uploader while signed out', async () => {
    const page = await demo.newPage('/file-uploader')
    expect(await page.getByRole('heading', { name: 'You are signed out' }).isVisible()).toBe(true)
    expect(await page.locator('uc-file-uploader-inline').count()).toBe(0)
  })

  it.each([
    ['is correct', 0],
    // With the default threshold, File Uploader would keep using the first token.
    ['is an hour slow', -3_600_000],
  ])('uploads 40 files with a series of tokens when the device clock %s', async (_state, offsetMs) => {
    const page = await demo.newSignedInPage('/file-uploader')
    await page.addInitScript(shiftClock, offsetMs)
    await page.reload()
    demo.emulator.faults.add({ endpoint: 'base', latencyMs: 800, times: Infinity })
    // File Uploader creates its file input on click.
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'From device' }).click()
    await (await chooser).setFiles(textFiles(40))
    await expect.poll(() => uploadedCount(demo), { timeout: 30_000 }).toBe(40)

    const requests = demo.emulator.journal.entries('base')
    expect(requests.filter(({ verdict }) => verdict?.valid === false)).toEqual([])
    expect(new Set(requests.map(({ expire }) => expire)).size).toBeGreaterThan(1)
  })
})

/** Shifts the clock of the page. Runs in the page. */
function shiftClock(offsetMs: number): void {
  const now = Date.now.bind(Date)
  Date.now = () => now() + offsetMs
}

function uploadedCount({ emulator }: ReturnType<typeof openDemo>): number {
  return emulator.journal.entries('base').filter(({ status }) => status === 200).length
}
