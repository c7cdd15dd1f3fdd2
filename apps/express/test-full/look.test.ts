import axe from 'axe-core'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { pngFile, textFile } from '../test/demo/sample-files.js'
import { useDemo } from '../test/demo/use-demo.js'

describeInChromium('the layout of the page', () => {
  const demo = useDemo()

  it.each(['light', 'dark'] as const)(
    'passes the axe accessibility checks in %s mode',
    async (colorScheme) => {
      const { page, pick, untilTotals } = await demo.open({ isSignedIn: false, colorScheme })
      expect(await violations(page)).toEqual([])

      await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
      // Files that are picked before the sign-in are refused.
      await page.getByText('Choose files').waitFor()
      await pick(pngFile('picture.png'), textFile('empty.txt', ''))
      await untilTotals('2 files uploaded')
      await page.route('**/base/**', () => undefined)
      await pick(textFile('going.txt'), textFile('canceled.txt'))
      await page.getByRole('button', { name: 'Cancel canceled.txt' }).click()
      await page.mouse.move(0, 0)
      expect(await violations(page)).toEqual([])
    },
  )

  it('fits a screen of 360 px with long file names', async () => {
    const { page, pick, untilTotals } = await demo.open({ viewport: { width: 360, height: 740 } })
    await pick(textFile(`${'long-'.repeat(40)}name.txt`), textFile(`${'word '.repeat(30)}end.markdown`))
    await untilTotals('2 files uploaded')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})

/** Returns the violations that axe finds, one line each. */
async function violations(page: Page): Promise<string[]> {
  // Colors in a running transition would be measured in between.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState === 'finished'),
  )
  await page.evaluate(axe.source)
  const results = await page.evaluate<axe.AxeResults>('axe.run()')
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
