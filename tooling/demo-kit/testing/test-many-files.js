import { expect, it } from 'vitest'
import { textFiles } from './text-files.js'

const COUNT = 10_000

/**
 * Tests the list of a demo with so many files that most rows do not exist.
 *
 * @param {import('./open-demo-in-chromium.js').OpenDemo} demo
 */
export function testManyFiles(demo) {
  const rows = (page) => page.locator('li[data-status]')
  const hold = () =>
    demo.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined), times: Infinity })

  it('draws only the rows in view of 10 000 files, scrolls to the last one, and keeps the page short', async () => {
    const page = await demo.newSignedInPage()
    hold()
    await page.evaluate(chooseFiles, COUNT)
    await page.getByRole('heading', { name: `0 of ${COUNT} uploaded` }).waitFor()
    expect(await rows(page).count()).toBeLessThan(40)
    expect(await rows(page).first().getAttribute('aria-setsize')).toBe(String(COUNT))
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(1600)

    // The rows are measured while they come into view, so the end moves.
    const last = page.getByTitle(`file-${COUNT}.txt`, { exact: true })
    await expect
      .poll(async () => {
        await page.getByRole('group', { name: 'Files' }).evaluate((scroller) => {
          scroller.scrollTop = scroller.scrollHeight
        })
        return last.isVisible()
      })
      .toBe(true)
    expect(await last.getAttribute('aria-posinset')).toBe(String(COUNT))
    expect(await rows(page).count()).toBeLessThan(40)
  })

  it('keeps the focused row while others are scrolled into view', async () => {
    const page = await demo.newSignedInPage()
    hold()
    await page.locator('input[type=file]').setInputFiles(textFiles(200))
    await page.getByRole('button', { name: 'Cancel note 2.txt' }).focus()
    await page.getByRole('group', { name: 'Files' }).evaluate((scroller) => {
      scroller.scrollTop = 8000
    })
    await page.getByTitle('note 125.txt', { exact: true }).waitFor()
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Cancel note 2.txt')
  })
}

/** Chooses small files. Runs in the page, because Playwright transfers each file. */
function chooseFiles(count) {
  const transfer = new DataTransfer()
  for (let index = 1; index <= count; index++) transfer.items.add(new File(['x'], `file-${index}.txt`))
  const input = document.querySelector('input[type=file]')
  input.files = transfer.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}
