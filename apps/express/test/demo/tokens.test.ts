import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { textFile } from './sample-files.js'
import { useDemo } from './use-demo.js'

describeInChromium('tokens underneath', () => {
  const demo = useDemo()

  it(
    'uploads 40 files over more than 15 s with tokens of 5 s, and none fails',
    { timeout: 60_000 },
    async () => {
      const { page, pick, untilTotals, untilLogged, count } = await demo.open()
      const lifeSeconds = 5
      const marginSeconds = lifeSeconds / 4
      const tokenRequests = watchTokenRequests(page)
      // Each upload is slowed down, so that tokens really end under way. A cancelled one has no route any more.
      await page.route('**/base/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1600))
        await route.continue().catch(() => undefined)
      })
      await page.getByRole('switch', { name: 'Tokens that live 5 seconds' }).check()
      await untilLogged('From now on the server gives tokens of 5 seconds')

      const startedAtMs = performance.now()
      await pick(...Array.from({ length: 40 }, (_, index) => textFile(`file-${index}.txt`)))
      await untilTotals('40 files uploaded', 45_000)
      const seconds = (performance.now() - startedAtMs) / 1000

      expect(seconds).toBeGreaterThan(15)
      expect(tokenRequests.mostAtOnce).toBe(1)
      const refusals = await count('refused')
      const allowed = Math.ceil(seconds / (lifeSeconds - marginSeconds)) + 1 + refusals
      console.log(
        `40 files in ${seconds.toFixed(1)} s: ${tokenRequests.total} tokens of at most ${allowed}, ${refusals} refused`,
      )
      expect(tokenRequests.total).toBeLessThanOrEqual(allowed)
      expect(tokenRequests.total).toBeGreaterThanOrEqual(4)
      expect(await count('fetched')).toBe(tokenRequests.total)
      expect(await page.locator('.file-row[data-state=done]').count()).toBe(40)
    },
  )

  it('shares one token among many files', async () => {
    const { page, pick, untilTotals, untilLogged } = await demo.open()
    const tokenRequests = watchTokenRequests(page)
    await pick(...Array.from({ length: 12 }, (_, index) => textFile(`file-${index}.txt`)))
    await untilTotals('12 files uploaded')
    expect(tokenRequests.total).toBe(1)
    await untilLogged('Token fetched. It lives 30 min')
  })

  it('repairs an upload whose token is refused', async () => {
    const { page, pick, untilTotals, untilLogged, count } = await demo.open()
    await pick(textFile('before.txt'))
    await untilTotals('1 file uploaded')
    await page.getByRole('button', { name: 'Refuse' }).click()
    await untilLogged('every token so far is refused')

    await pick(...['a', 'b', 'c', 'd'].map((name) => textFile(`${name}.txt`)))

    await untilTotals('5 files uploaded')
    await untilLogged('/base/ refused the token: SignatureInvalidError')
    expect(await count('fetched')).toBe(2)
    expect(await count('refused')).toBeGreaterThanOrEqual(1)
  })

  it('repairs an upload whose token ends while the file is on its way', async () => {
    const { page, pick, untilTotals, untilLogged, count } = await demo.open()
    await page.getByRole('switch', { name: 'Tokens that live 5 seconds' }).check()
    await untilLogged('From now on the server gives tokens of 5 seconds')
    await pick(textFile('before.txt'))
    await untilTotals('1 file uploaded')

    // Seconds are rounded up when it is signed and down when it is judged: it is good for almost 7 s.
    await page.route('**/base/**', (route) => setTimeout(() => void route.continue(), 7200), { times: 1 })
    await pick(textFile('slow.txt'))

    await untilTotals('2 files uploaded')
    await untilLogged('/base/ refused the token: SignatureExpirationError')
    await untilLogged('New token, the request goes again. It lives 5 sec')
    expect([await count('fetched'), await count('renewed'), await count('refused')]).toEqual([2, 0, 1])
  })

  it('uploads nothing and says so when nobody is signed in', async () => {
    const { page } = await demo.open({ isSignedIn: false })
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    expect(await page.getByText('You are signed out').isVisible()).toBe(true)

    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['dropped'], 'dropped.txt'))
      return transfer
    })
    await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: dropped })

    await expect.poll(() => page.getByRole('status').innerText()).toBe('Nothing is uploaded: sign in first.')
    expect(await page.locator('.file-row').count()).toBe(0)
    expect(requests).toEqual([])
  })

  it('drops the token and stops the uploads when one signs out', async () => {
    const { page, pick, row, untilLogged } = await demo.open()
    await page.route('**/base/**', () => undefined)
    await pick(...Array.from({ length: 6 }, (_, index) => textFile(`file-${index}.txt`)))
    await untilLogged('Token fetched')

    await page.getByRole('button', { name: 'Sign out' }).click()

    await page.getByText('You are signed out', { exact: true }).waitFor()
    await row('file-5.txt').getByText('You signed out before this file was uploaded.').waitFor()
    expect(await page.locator('.file-row[data-state=failed]').count()).toBe(6)
    await page.getByText('No token yet').waitFor()
  })

  it('notices that the session ended elsewhere, and asks to sign in', async () => {
    const { page, pick, row, untilTotals } = await demo.open()
    await page.context().clearCookies()

    await pick(textFile('late.txt'))

    await row('late.txt').getByText('You are signed out. Sign in and try again.').waitFor()
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
    await page.getByRole('button', { name: 'Try again: late.txt' }).click()
    await untilTotals('1 file uploaded')
  })
})

/** Counts the requests to the token endpoint, and how many were under way at a time. */
function watchTokenRequests(page: Page): { total: number; mostAtOnce: number } {
  const seen = { total: 0, mostAtOnce: 0 }
  let underWay = 0
  const isTokenRequest = (request: { url: () => string }): boolean =>
    request.url().endsWith('/api/upload-token')
  page.on('request', (request) => {
    if (!isTokenRequest(request)) return
    seen.total++
    seen.mostAtOnce = Math.max(seen.mostAtOnce, ++underWay)
  })
  const end = (request: { url: () => string }): void => {
    if (isTokenRequest(request)) underWay--
  }
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  return seen
}
