import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { textFiles } from './text-files.js'

const WIDTHS = [320, 390, 768, 1440]

/**
 * Tests the look of a demo's pages in light and dark, from phones to desktops.
 *
 * @param {import('./open-demo-in-chromium.js').OpenDemo} demo
 * @param {string[]} [paths] the upload page first
 */
export function testLook(demo, paths = ['/']) {
  describe.each(['light', 'dark'])('in %s mode', (colorScheme) => {
    it('has no accessibility violation that axe finds, signed out, idle and with uploads', async () => {
      for (const path of paths) {
        const page = await demo.newPage(path)
        await page.emulateMedia({ colorScheme })
        expect(await violations(page), `${path} signed out`).toEqual([])
        await page.context().close()
      }
      const page = await demo.newSignedInPage()
      await page.emulateMedia({ colorScheme })
      expect(await violations(page), 'idle').toEqual([])
      await showEveryState(demo, page)
      expect(await violations(page), 'with uploads').toEqual([])
      for (const path of paths.slice(1)) {
        await page.goto(path)
        expect(await violations(page), path).toEqual([])
      }
    })
  })

  it(`fits screens of ${WIDTHS.join(', ')} px, also with long file names`, async () => {
    const page = await demo.newSignedInPage()
    await showEveryState(demo, page)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 })
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${width} px`).toBe(width)
    }
    for (const path of paths.slice(1)) {
      await page.goto(path)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 844 })
        expect(await page.evaluate(() => document.documentElement.scrollWidth), `${path} ${width} px`).toBe(
          width,
        )
      }
    }
  })

  it('animates nothing for users who prefer reduced motion', async () => {
    const page = await demo.newSignedInPage()
    await showEveryState(demo, page)
    expect(await page.evaluate(movingElements), 'without the preference').not.toEqual([])
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await page.evaluate(movingElements)).toEqual([])
  })
}

/** Fills the list: uploaded, failed, canceled, rejected and paused files, and one that is being uploaded. */
async function showEveryState({ emulator }, page) {
  const input = page.locator('input[type=file]')
  const longName = { ...textFiles(1)[0], name: `${'long-'.repeat(40)}name.txt` }
  await input.setInputFiles(longName)
  await page.getByText('· Uploaded').waitFor()
  emulator.faults.add({ endpoint: 'base', status: 403 })
  await input.setInputFiles(textFiles(1))
  await page.getByRole('button', { name: 'Try again' }).first().waitFor()
  emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined), times: Infinity })
  await input.setInputFiles(textFiles(4).slice(1))
  await page.getByRole('button', { name: 'Cancel note 2.txt' }).click()
  await page.getByText('· Canceled').waitFor()
}

/** Returns the violations that axe finds, one line each. */
async function violations(page) {
  // Colors in a running transition would be measured in between.
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState }) => playState === 'finished'),
  )
  await page.evaluate(axe.source)
  const results = await page.evaluate('axe.run()')
  return results.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}

/** Lists the elements that have a transition or an animation. Runs in the page. */
function movingElements() {
  const isMoving = ({ transitionDuration, animationName }) =>
    animationName !== 'none' || transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0)
  const moving = [...document.querySelectorAll('*')].filter((element) =>
    [undefined, '::before', '::after'].some((pseudo) => isMoving(getComputedStyle(element, pseudo))),
  )
  // The computed style of other pseudo-elements, such as ::-webkit-progress-value, cannot be read.
  const movingRules = (rule) => {
    if (rule instanceof CSSMediaRule && !matchMedia(rule.media.mediaText).matches) return []
    const isUnreadable = /::(?!before|after)/.test(rule.selectorText ?? '')
    const own =
      isUnreadable && /\d/.test(rule.style.transition + rule.style.animation) ? [rule.selectorText] : []
    return [...own, ...[...(rule.cssRules ?? [])].flatMap(movingRules)]
  }
  return [
    ...moving.map(({ tagName, className }) => `${tagName}.${className}`),
    ...[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].flatMap(movingRules)),
  ]
}
