import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { useDemo } from './use-demo.js'

const COUNT = 10_000

describeInChromium('a list of 10 000 files', () => {
  const demo = useDemo()

  it('draws only the rows in view, scrolls to the last one, and keeps the page short', async () => {
    const { page, rows, row } = await demo.open()
    await page.route('**/base/**', () => undefined)
    const heightPx = (): Promise<number> => page.evaluate(() => document.documentElement.scrollHeight)
    await page.evaluate((count) => {
      const transfer = new DataTransfer()
      for (let index = 1; index <= count; index++) transfer.items.add(new File(['x'], `file-${index}.txt`))
      const input = document.querySelector<HTMLInputElement>('input[type=file]')
      if (!input) throw new Error('The page has no file input')
      input.files = transfer.files
      input.dispatchEvent(new Event('change'))
    }, COUNT)

    await page.getByRole('heading', { name: `0 of ${COUNT} uploaded` }).waitFor()
    expect(await rows().count()).toBeLessThan(40)
    expect(await rows().first().getAttribute('aria-setsize')).toBe(String(COUNT))
    expect(await heightPx()).toBeLessThan(1600)

    await page.locator('.files__scroll').evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight
    })
    await row(`file-${COUNT}.txt`).waitFor()
    expect(await rows().count()).toBeLessThan(40)
  })

  it('keeps the focused row while others are scrolled into view', async () => {
    const { page, pick } = await demo.open()
    await page.route('**/base/**', () => undefined)
    await pick(
      ...Array.from({ length: 200 }, (_, index) => ({
        name: `file-${index}.txt`,
        mimeType: 'text/plain',
        buffer: Buffer.from('x'),
      })),
    )
    await page.getByRole('button', { name: 'Cancel file-2.txt' }).focus()
    await page.locator('.files__scroll').evaluate((scroller) => {
      scroller.scrollTop = 8000
    })
    await page.getByTitle('file-130.txt', { exact: true }).waitFor()
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Cancel file-2.txt')
  })
})
