import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { pickWithLargeFile } from './pick-with-large-file.js'
import { pngFile, textFile } from './sample-files.js'
import { useDemo } from './use-demo.js'

describeInChromium('the upload page after a reload', () => {
  const demo = useDemo()

  it('continues the unfinished files, and does not show those that were uploaded', async () => {
    const { page, pick, row, rows, untilTotals } = await demo.open()
    await pick(textFile('done.txt'))
    await untilTotals('1 of 1 uploaded')
    let held = 0
    await page.route('**/base/**', (route) => {
      // The request of the page that is left is never answered.
      if (held++ > 0) return route.continue()
    })
    await pick(textFile('unfinished.txt', 'the bytes of the file'))
    await expect.poll(() => held).toBe(1)

    await page.getByRole('button', { name: 'Reload the page' }).click()

    await untilTotals('1 of 1 uploaded')
    expect(await rows().count()).toBe(1)
    const url = await row('unfinished.txt').getByRole('link').getAttribute('href')
    expect(await (await fetch(url ?? '')).text()).toBe('the bytes of the file')
  })

  it('continues the unfinished attachments in their list', async () => {
    const { page, pick, row, rows } = await demo.open()
    let isHeld = true
    await page.route('**/base/**', (route) => (isHeld ? undefined : route.continue()))
    await page.getByText('Attachments').click()
    await page.getByText('Images and PDF files').waitFor()
    const sent = page.waitForRequest('**/base/**')
    await pick(pngFile('picture.png'))
    await sent
    isHeld = false

    await page.reload()

    await page.getByText('Attachments').click()
    await row('picture.png').getByText('Uploaded').waitFor()
    expect(await rows().count()).toBe(1)
  })

  it('sends only the missing parts of a large file', async () => {
    const { page, row, untilTotals } = await demo.open()
    const parts: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'PUT') parts.push(new URL(request.url()).searchParams.get('partNumber') ?? '')
    })
    // The last parts never arrive.
    let isHeld = true
    await page.route(/partNumber=[456]/, (route) => (isHeld ? undefined : route.continue()))
    await pickWithLargeFile(page, [], { name: 'film.bin', sizeBytes: 30 * 1024 * 1024 })
    await expect.poll(() => new Set(parts).size).toBeGreaterThan(3)
    await expect.poll(() => row('film.bin').innerText()).toMatch(/(49|5\d)%/)
    isHeld = false
    parts.length = 0

    await page.reload()

    await untilTotals('1 of 1 uploaded')
    expect(parts).not.toContain('1')
    expect(new Set(parts)).toEqual(new Set(['4', '5', '6']))
  })
})
