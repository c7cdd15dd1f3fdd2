import { createHash } from 'node:crypto'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { holdUploads } from './hold-uploads.js'
import { pickWithLargeFile } from './pick-with-large-file.js'
import { pngFile, textFile } from './sample-files.js'
import { useDemo } from './use-demo.js'

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Follows the link of a row and hashes the response. */
async function servedSha256(row: Locator): Promise<string> {
  const url = await row.getByRole('link').getAttribute('href')
  const served = await fetch(url ?? '')
  return sha256(new Uint8Array(await served.arrayBuffer()))
}

describeInChromium('the upload page', () => {
  const demo = useDemo()

  it('uploads an image, a text, an empty file, a file with a special name and 30 MiB without changing a byte', async () => {
    const { page, row, untilTotals } = await demo.open()
    const requests: string[] = []
    page.on('request', (request) => requests.push(new URL(request.url()).pathname))
    const specialName = `we ird – ñ '" <b>.txt`
    const files = [
      pngFile('picture.png'),
      textFile('notes.txt'),
      textFile('empty.txt', ''),
      textFile(specialName),
    ]

    const filmSha256 = await pickWithLargeFile(page, files, { name: 'film.bin', sizeBytes: 30 * 1024 * 1024 })
    await untilTotals('5 of 5 uploaded')

    for (const { name, buffer } of files) expect(await servedSha256(row(name)), name).toBe(sha256(buffer))
    expect(await servedSha256(row('film.bin'))).toBe(filmSha256)
    expect(requests.filter((path) => path === '/multipart/start/')).toHaveLength(1)
    expect(requests.filter((path) => path === '/base/')).toHaveLength(4)

    expect(await row('empty.txt').innerText()).toContain('Uploaded, but this file is empty (0 bytes)')
    expect(await row(specialName).locator('.file__name').textContent()).toBe(specialName)
    expect(await page.locator('.file b').count()).toBe(0)

    // After the upload the row shows the uploaded image, not the local one.
    const preview = row('picture.png').locator('img')
    await expect.poll(() => preview.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    expect(await preview.getAttribute('src')).toContain(demo.emulatorUrl)
  })

  it('uploads files that are dropped on it', async () => {
    const { page, row, untilTotals } = await demo.open()
    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }))
      return transfer
    })

    await page.dispatchEvent('.drop-zone', 'dragenter', { dataTransfer: dropped })
    await page.getByText('Drop to upload').waitFor()
    await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: dropped })

    await untilTotals('1 of 1 uploaded')
    expect(await row('dropped.txt').getByRole('link').count()).toBe(1)
    expect(await page.getByText('Drop to upload').isVisible()).toBe(false)
  })

  it('can be used with the keyboard alone to sign in, pick, cancel and retry', async () => {
    const { page, row, untilTotals } = await demo.open({ isSignedIn: false })
    // The listener must be registered before the key is pressed.
    const chooser = page.waitForEvent('filechooser')
    const tabTo = async (name: string | RegExp): Promise<void> => {
      const focused = page.locator(':focus')
      await expect
        .poll(
          async () => {
            await page.keyboard.press('Tab')
            return (await focused.count()) > 0
              ? ((await focused.getAttribute('aria-label')) ?? (await focused.innerText()))
              : ''
          },
          { interval: 0 },
        )
        .toMatch(name)
    }

    await tabTo('Sign in as Ada Lovelace')
    await page.keyboard.press('Enter')
    // The focus moves to the button of the file dialog.
    await expect.poll(() => page.locator(':focus').innerText()).toBe('Choose files')

    const held = await holdUploads(page)
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(textFile('typed.txt'))
    await tabTo('Cancel typed.txt')
    await page.keyboard.press('Enter')
    await row('typed.txt').getByText('Canceled').waitFor()

    // The focus stays where it is, and the button before it tries again.
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Remove typed.txt')
    await page.keyboard.press('Shift+Tab')
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Try again: typed.txt')
    held.release()
    await page.keyboard.press('Enter')
    await untilTotals('1 of 1 uploaded')
  })

  it('cancels one file without affecting the others, and cancels all files', async () => {
    const { page, pick, row, untilTotals } = await demo.open()
    const held = await holdUploads(page)
    await pick(...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name) => textFile(`${name}.txt`)))
    // Six at a time at first: the request of a.txt is running, not waiting for the token.
    await expect.poll(() => held.count).toBe(6)

    const aborted = page.waitForEvent('requestfailed')
    await page.getByRole('button', { name: 'Cancel a.txt' }).click()
    expect((await aborted).failure()?.errorText).toBe('net::ERR_ABORTED')
    // The next queued file takes its place.
    await expect.poll(() => held.count).toBe(7)
    held.release()
    await untilTotals('6 of 7 uploaded, 1 canceled')
    await row('a.txt').getByText('Canceled').waitFor()

    await page.unroute('**/base/**')
    await page.route('**/base/**', () => undefined)
    await pick(...['h', 'i', 'j', 'k', 'l'].map((name) => textFile(`${name}.txt`)))
    await page.getByRole('button', { name: 'Cancel all' }).click()
    await untilTotals('6 of 12 uploaded, 6 canceled')
    expect(await page.getByRole('button', { name: 'Cancel all' }).count()).toBe(0)
  })

  it('shows why a file failed, and uploads it on retry', async () => {
    const { page, pick, row, untilTotals } = await demo.open()
    await page.route('**/base/**', (route) =>
      route.fulfill({
        headers: { 'Access-Control-Allow-Origin': '*' },
        json: {
          error: {
            status_code: 400,
            content: 'File is too large.',
            error_code: 'FileSizeLimitExceededError',
          },
        },
      }),
    )
    await pick(textFile('too-large.txt'))
    await row('too-large.txt').getByText('File is too large.').waitFor()
    await untilTotals('0 of 1 uploaded, 1 failed')
    await expect
      .poll(() => page.getByRole('status').innerText())
      .toContain('too-large.txt: File is too large.')

    await page.unroute('**/base/**')
    await page.getByRole('button', { name: 'Retry failed' }).click()
    await untilTotals('1 of 1 uploaded')
  })
})
