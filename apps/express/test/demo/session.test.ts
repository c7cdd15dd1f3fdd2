import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { textFile } from './sample-files.js'
import { useDemo } from './use-demo.js'

describeInChromium('the session of the demo page', () => {
  const demo = useDemo()

  it('starts with a click on "Sign in" while the sign-out before it is slow', async () => {
    const { page, pick, untilTotals } = await demo.open()
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    const methods: string[] = []
    await page.route('**/api/session', async (route) => {
      methods.push(route.request().method())
      if (route.request().method() === 'DELETE') await released
      await route.continue()
    })
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
    release()

    await page.getByText('Choose files').waitFor()
    await pick(textFile('a.txt'))
    await untilTotals('1 of 1 uploaded')
    expect(methods).toEqual(['DELETE', 'POST'])
  })

  it('ends when a setting that was changed before the sign-out is answered after it', async () => {
    const { page } = await demo.open()
    let release = (): void => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    await page.route('**/api/session/short-tokens', async (route) => {
      await released
      await route.continue()
    })
    await page.getByRole('switch', { name: '5-second tokens' }).check()
    const ended = page.waitForResponse(
      (response) => response.request().method() === 'DELETE' && response.url().endsWith('/api/session'),
    )
    await page.getByRole('button', { name: 'Sign out' }).click()
    release()

    await ended
    await page.getByText('You are signed out', { exact: true }).waitFor()
    expect(await page.getByText('Choose files').count()).toBe(0)
  })
})
