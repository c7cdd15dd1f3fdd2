import { expect, it } from 'vitest'

const LONG = `${'annual-report-'.repeat(20)}final.pdf`
const LONG_RIGHT_TO_LEFT = `${'דוח שנתי '.repeat(40)}סוף.pdf`
const RIGHT_TO_LEFT = 'מסמך חשוב.pdf'
const WITHOUT_EXTENSION = `${'LICENSE-'.repeat(40)}END`
// Looks like "photoexe.png" where the override is in effect.
const DECEPTIVE = 'photo\u202Egnp.exe'

/**
 * Tests how a demo shows the names of files.
 *
 * @param {import('./open-demo-in-chromium.js').OpenDemo} demo
 */
export function testFileNames(demo) {
  async function show(names) {
    const page = await demo.newSignedInPage()
    await page.setViewportSize({ width: 320, height: 844 })
    const files = names.map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(name) }))
    await page.locator('input[type=file]').setInputFiles(files)
    await page.getByRole('heading', { name: `${names.length} of ${names.length} uploaded` }).waitFor()
    return page
  }
  const partsOf = (page) => page.locator('[data-slot=file-name]').evaluateAll(measureParts)

  it('shows the end and the extension of names that are too long for a phone', async () => {
    const parts = await partsOf(await show([LONG, LONG_RIGHT_TO_LEFT, WITHOUT_EXTENSION]))
    expect(parts.map(({ end, extension }) => end.text + extension.text)).toEqual([
      'inal.pdf',
      ' סוף.pdf',
      '-END',
    ])
    for (const { start, end, extension, row } of parts) {
      expect(start.isTruncated).toBe(true)
      expect(end.isTruncated).toBe(false)
      for (const part of [start, end, extension]) {
        expect(part.left).toBeGreaterThanOrEqual(row.left)
        expect(part.right).toBeLessThanOrEqual(row.right)
      }
    }
  })

  it('orders the parts of a name from right to left, and the extension last', async () => {
    const [{ start, end, extension }] = await partsOf(await show([RIGHT_TO_LEFT]))
    expect(start.left).toBeGreaterThanOrEqual(end.right)
    expect(extension.left).toBeGreaterThanOrEqual(start.right)
  })

  it('shows the true extension of a name with a direction override, also in titles and labels', async () => {
    const page = await show([DECEPTIVE, 'other.txt'])
    const [{ end, extension }] = await partsOf(page)
    expect(end.text + extension.text).toBe('ognp.exe')
    await page.getByTitle('photognp.exe', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Remove photognp.exe' }).waitFor()
    expect(await page.content()).not.toContain('\u202E')
  })

  it('has the whole name for screen readers', async () => {
    const page = await show([LONG])
    const tree = await page.getByRole('listitem').filter({ hasText: 'Uploaded' }).ariaSnapshot()
    expect(tree).toContain(LONG)
    // The text that a user copies.
    const text = await page.locator('[data-slot=file-name]').evaluate((name) => name.textContent)
    expect(text).toBe(LONG)
  })
}

/** Measures the parts of names. Runs in the page. */
function measureParts(names) {
  const measure = (element) => {
    const { left, right } = element.getBoundingClientRect()
    const isTruncated = element.scrollWidth > element.clientWidth
    return { text: element.textContent, left: Math.round(left), right: Math.round(right), isTruncated }
  }
  return names.map((name) => {
    const [start, end] = name.querySelectorAll('bdi:first-child > *')
    const extension = name.querySelector('bdi:last-child')
    return {
      start: measure(start),
      end: measure(end),
      extension: measure(extension),
      row: measure(name.closest('li')),
    }
  })
}
