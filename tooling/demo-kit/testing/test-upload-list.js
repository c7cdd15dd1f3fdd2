import { expect, it } from 'vitest'
import { testFileNames } from './test-file-names.js'
import { textFiles } from './text-files.js'

/**
 * Tests what the list of a demo says about its uploads.
 *
 * @param {import('./open-demo-in-chromium.js').OpenDemo} demo
 */
export function testUploadList(demo) {
  const summary = (page) => page.getByRole('heading', { name: /\d+ of \d+ uploaded/ })
  const row = (page, name) => page.getByRole('listitem').filter({ hasText: name })
  const dropZone = (page) => page.locator('.drop-zone, [data-slot=drop-zone]')
  const totalBar = (page) => page.getByRole('progressbar', { name: 'All files' })
  const pick = (page, files) => page.locator('input[type=file]').setInputFiles(files)
  const hold = (times = 1) =>
    demo.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined), times })
  /** Picks a file whose upload stays pending, and waits for its request, so that the next file is not held. */
  const pickHeld = async (page, file) => {
    const before = demo.emulator.journal.entries('base').length
    hold()
    await pick(page, file)
    await expect.poll(() => demo.emulator.journal.entries('base').length).toBe(before + 1)
  }
  const fail = (times) => demo.emulator.faults.add({ endpoint: 'base', status: 403, times })

  testFileNames(demo)

  it('counts failed and canceled files in the summary, and shows no full bar for them', async () => {
    const page = await demo.newSignedInPage()
    const [first, second, third, fourth, fifth] = textFiles(5)
    fail(2)
    await pick(page, [first, second])
    await expect.poll(() => summary(page).innerText()).toBe('0 of 2 uploaded, 2 failed')
    await pickHeld(page, third)
    await page.getByRole('button', { name: `Cancel ${third.name}` }).click()
    await pick(page, [fourth, fifth])
    await expect.poll(() => summary(page).innerText()).toBe('2 of 5 uploaded, 2 failed, 1 canceled')
    expect(await totalBar(page).count()).toBe(0)
  })

  it('sends failed files again with "Retry failed", and leaves canceled ones canceled', async () => {
    const page = await demo.newSignedInPage()
    const [canceled, ...failed] = textFiles(3)
    await pickHeld(page, canceled)
    await page.getByRole('button', { name: `Cancel ${canceled.name}` }).click()
    fail(2)
    await pick(page, failed)
    await page.getByRole('button', { name: 'Retry failed' }).click()
    await expect.poll(() => summary(page).innerText()).toBe('2 of 3 uploaded, 1 canceled')
  })

  it('pauses and resumes one file and all of them', async () => {
    const page = await demo.newSignedInPage()
    const [first, second, third] = textFiles(3)
    await pickHeld(page, first)
    await page.getByRole('button', { name: 'Pause all' }).click()
    await pick(page, [second])
    await row(page, second.name).getByText('Paused').waitFor()
    await page.getByRole('button', { name: `Resume ${second.name}` }).click()
    await row(page, second.name).getByText('Uploaded').waitFor()
    await pick(page, [third])
    await row(page, third.name).getByText('Paused').waitFor()
    await page.getByRole('button', { name: 'Resume all' }).click()
    await row(page, third.name).getByText('Uploaded').waitFor()
  })

  it('shows no bar while paused with nothing left to send, and pauses files that are added then', async () => {
    const page = await demo.newSignedInPage()
    const [file, later] = textFiles(2)
    await pickHeld(page, file)
    await totalBar(page).waitFor()
    await page.getByRole('button', { name: 'Pause all' }).click()
    await page.getByRole('button', { name: `Cancel ${file.name}` }).click()
    await page.getByText('· Canceled').waitFor()
    await expect.poll(() => totalBar(page).count()).toBe(0)
    expect(await page.getByRole('button', { name: 'Resume all' }).count()).toBe(0)

    await pick(page, [later])
    await row(page, later.name).getByText('Paused').waitFor()
    await page.getByRole('button', { name: 'Resume all' }).click()
    await row(page, later.name).getByText('Uploaded').waitFor()
  })

  it('says that files wait for the network, without a speed, and continues them when it is back', async () => {
    const page = await demo.newSignedInPage()
    await page.context().setOffline(true)
    const [file] = textFiles(1)
    await pick(page, [file])
    await row(page, file.name).getByText('Waiting for the network').waitFor()
    expect(await row(page, file.name).innerText()).not.toMatch(/B\/s|left|Finishing|Checking/)
    await page.context().setOffline(false)
    await row(page, file.name).getByText('Uploaded').waitFor()
  })

  it('says that files wait for the server after its first failure, and continues them when it is back', async () => {
    const page = await demo.newSignedInPage()
    await page.route(/\/api\/upload/, (route) => route.fulfill({ status: 503, body: '{}' }))
    const [file] = textFiles(1)
    await pick(page, [file])
    await row(page, file.name).getByText('Waiting for the server. Retrying in').waitFor()
    await page.unroute(/\/api\/upload/)
    await row(page, file.name).getByText('Uploaded').waitFor()
  })

  it('keeps the page short with 24 files on a phone', async () => {
    const page = await demo.newSignedInPage()
    await page.setViewportSize({ width: 390, height: 844 })
    await pick(page, textFiles(24))
    await page.getByRole('heading', { name: '24 of 24 uploaded' }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(2 * 844)
  })

  it('says why a file is not accepted a second time', async () => {
    const page = await demo.newSignedInPage()
    const copy = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['same'], 'same.txt', { type: 'text/plain', lastModified: 1 }))
      return transfer
    })
    for (let count = 0; count < 2; count++) await dropZone(page).dispatchEvent('drop', { dataTransfer: copy })
    await page.getByRole('listitem').getByText('is in the list already').waitFor()
    await expect.poll(() => summary(page).innerText()).toBe('1 of 2 uploaded, 1 rejected')
  })

  it('keeps the focus near when a row is canceled and removed', async () => {
    const page = await demo.newSignedInPage()
    const [first, second] = textFiles(2)
    hold(2)
    await pick(page, [first, second])
    await page.getByRole('button', { name: `Cancel ${first.name}` }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: `Remove ${first.name}` }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => focusedName(page)).toBe(`Cancel ${second.name}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => focusedName(page)).toBe(`Remove ${second.name}`)
    await page.keyboard.press('Enter')
    await expect.poll(() => focusedName(page)).toMatch(/Drop files here|Choose files/)
  })

  it('moves the focus to the drop zone when the list is cleared', async () => {
    const page = await demo.newSignedInPage()
    await pick(page, textFiles(2))
    await page.getByRole('button', { name: 'Clear list' }).click()
    await expect.poll(() => focusedName(page)).toMatch(/Drop files here|Choose files/)
    expect(await page.locator('li[data-status]').count()).toBe(0)
  })
}

/** Returns the accessible name or the text of the focused element. */
function focusedName(page) {
  return page.evaluate(() => {
    const { activeElement } = document
    return activeElement.getAttribute('aria-label') ?? activeElement.textContent
  })
}
