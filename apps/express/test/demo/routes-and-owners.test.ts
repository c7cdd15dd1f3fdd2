import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { pngFile, textFile } from './sample-files.js'
import { useDemo } from './use-demo.js'

describeInChromium('the attachments of the demo page', () => {
  const demo = useDemo()

  it('reject a file that breaks the rules before a byte is sent', async () => {
    const { page, row, untilTotals } = await demo.open()
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    await page.getByText('Attachments').click()
    await page.getByRole('button', { name: 'Try a file of 6 MB' }).click()

    await row('poster.png').getByText('The file has 6 MB, and at most 5 MB are accepted.').waitFor()
    await untilTotals(/^0 of 1 uploaded, 1 rejected$/)
    expect(requests.filter((path) => path === '/base/')).toEqual([])
  })

  it('reject a file whose content is not what its name says after the upload, and the service deletes it', async () => {
    const { page, row, untilTotals } = await demo.open()
    await page.getByText('Attachments').click()
    const uploaded = page.waitForResponse((response) => response.url().includes('/base/'))
    await page.getByRole('button', { name: 'Try a text named .png' }).click()
    const { file } = (await (await uploaded).json()) as { file: string }

    await row('holiday.png').getByText('The content of the file is text/plain.').waitFor()
    await untilTotals(/^0 of 1 uploaded, 1 failed$/)
    expect((await fetch(`${demo.emulatorUrl}/${file}/`)).status).toBe(404)
  })

  it('accept an image, and show the owner that the webhook reported', async () => {
    const { page, pick, row, untilTotals } = await demo.open()
    await page.getByText('Attachments').click()
    await page.getByText('Images and PDF files').waitFor()
    await pick(pngFile('picture.png'))
    await untilTotals(/^1 of 1 uploaded$/)
    await row('picture.png').getByText('Owner: Ada Lovelace, reported by the webhook').waitFor()
  })

  it('have a list apart from that of other files', async () => {
    const { page, pick, rows, row, untilTotals } = await demo.open()
    await pick(textFile('notes.txt'))
    await untilTotals(/^1 of 1 uploaded$/)
    await row('notes.txt').getByText('Owner: Ada Lovelace, reported by the webhook').waitFor()
    await page.getByText('Attachments').click()
    await expect.poll(() => rows().count()).toBe(0)
    await page.getByText('Any file', { exact: true }).click()
    await row('notes.txt').waitFor()
  })
})
