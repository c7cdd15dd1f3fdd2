import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { holdUploads } from './hold-uploads.js'
import { textFile } from './sample-files.js'
import { useDemo } from './use-demo.js'

describeInChromium('tokens in the demo page', () => {
  const demo = useDemo()

  it(
    'are renewed while 160 files upload for more than 15 s with 5-second tokens',
    { timeout: 180_000 },
    async () => {
      const { page, pick, untilTotals, untilLogged, count } = await demo.open()
      const lifeSeconds = 5
      const marginSeconds = lifeSeconds / 4
      const tokenRequests = watchTokenRequests(page)
      // Each upload is delayed, so that tokens expire during the run: at least 10 rounds of at most 16 files. A canceled request can no longer be continued.
      await page.route('**/base/**', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 1600))
        await route.continue().catch(() => undefined)
      })
      await page.getByRole('switch', { name: '5-second tokens' }).check()
      await untilLogged('New tokens are valid for 5 seconds')

      const startedAtMs = performance.now()
      await pick(...Array.from({ length: 160 }, (_, index) => textFile(`file-${index}.txt`)))
      await untilTotals('160 of 160 uploaded', 150_000)
      const seconds = (performance.now() - startedAtMs) / 1000

      expect(seconds).toBeGreaterThan(15)
      expect(tokenRequests.maxConcurrent).toBe(1)
      const refusals = await count('refused')
      const allowed = Math.ceil(seconds / (lifeSeconds - marginSeconds)) + 1 + refusals
      console.log(
        `160 files in ${seconds.toFixed(1)} s: ${tokenRequests.total} tokens of at most ${allowed}, ${refusals} refused`,
      )
      expect(tokenRequests.total).toBeLessThanOrEqual(allowed)
      expect(tokenRequests.total).toBeGreaterThanOrEqual(4)
      expect(await count('fetched')).toBe(tokenRequests.total)
      expect(await page.getByRole('button', { name: /^Try again/ }).count()).toBe(0)
    },
  )

  it('are shared by many files', async () => {
    const { page, pick, untilTotals, untilLogged } = await demo.open()
    const tokenRequests = watchTokenRequests(page)
    await pick(...Array.from({ length: 12 }, (_, index) => textFile(`file-${index}.txt`)))
    await untilTotals('12 of 12 uploaded')
    expect(tokenRequests.total).toBe(1)
    await untilLogged('Token fetched. Valid for 30 min')
  })

  it('are replaced when the upload service refuses them, and the uploads succeed', async () => {
    const { page, pick, untilTotals, untilLogged, count } = await demo.open()
    await pick(textFile('before.txt'))
    await untilTotals('1 of 1 uploaded')
    await page.getByRole('button', { name: 'Rotate the secret key' }).click()
    await untilLogged('all existing tokens are refused')

    await pick(...['a', 'b', 'c', 'd'].map((name) => textFile(`${name}.txt`)))

    await untilTotals('5 of 5 uploaded')
    await untilLogged('/base/ refused the token: SignatureInvalidError')
    expect(await count('fetched')).toBe(2)
    expect(await count('refused')).toBeGreaterThanOrEqual(1)
  })

  it('are replaced when they expire during an upload, and the upload succeeds', async () => {
    const { page, pick, untilTotals, untilLogged, count } = await demo.open()
    await page.getByRole('switch', { name: '5-second tokens' }).check()
    await untilLogged('New tokens are valid for 5 seconds')
    await pick(textFile('before.txt'))
    await untilTotals('1 of 1 uploaded')

    // The expiry is rounded up when signed and compared in whole seconds, so a 5 s token is valid for almost 7 s.
    await page.route('**/base/**', (route) => setTimeout(() => void route.continue(), 7200), { times: 1 })
    await pick(textFile('slow.txt'))

    await untilTotals('2 of 2 uploaded')
    await untilLogged('/base/ refused the token: SignatureExpirationError')
    await untilLogged('New token, retrying the request. Valid for 5 sec')
    expect([await count('fetched'), await count('renewed'), await count('refused')]).toEqual([2, 0, 1])
  })

  it('are not requested while signed out, and the page asks to sign in', async () => {
    const { page } = await demo.open({ isSignedIn: false })
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    expect(await page.getByText('You are signed out').isVisible()).toBe(true)

    const dropped = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['dropped'], 'dropped.txt'))
      return transfer
    })
    await page.dispatchEvent('.notice', 'drop', { dataTransfer: dropped })

    await expect.poll(() => page.getByRole('status').innerText()).toBe('Sign in to upload files.')
    expect(await page.getByRole('listitem').filter({ hasText: 'dropped.txt' }).count()).toBe(0)
    expect(requests).toEqual([])
  })

  it('are replaced when the secret key is rotated during uploads, and no file fails', async () => {
    const { page, pick, untilTotals, untilLogged, count } = await demo.open()
    const held = await holdUploads(page)
    await pick(...Array.from({ length: 12 }, (_, index) => textFile(`file-${index}.txt`)))
    await expect.poll(() => held.count).toBeGreaterThan(1)
    await page.getByRole('button', { name: 'Rotate the secret key' }).click()
    await untilLogged('all existing tokens are refused')
    held.release()

    await untilTotals(/^12 of 12 uploaded$/)
    expect(await count('refused')).toBeGreaterThan(1)
    expect(await count('fetched')).toBe(2)
  })

  it('are dropped on sign-out, which stops the uploads and empties the list', async () => {
    const { page, pick, rows, untilLogged } = await demo.open()
    const aborted: string[] = []
    page.on('requestfailed', (request) => aborted.push(request.failure()?.errorText ?? ''))
    await page.route('**/base/**', () => undefined)
    await pick(...Array.from({ length: 6 }, (_, index) => textFile(`file-${index}.txt`)))
    await untilLogged('Token fetched')

    await page.getByRole('button', { name: 'Sign out' }).click()

    await page.getByText('You are signed out', { exact: true }).waitFor()
    expect(await rows().count()).toBe(0)
    await expect.poll(() => aborted).toContain('net::ERR_ABORTED')
    await page.getByText('Token dropped', { exact: true }).first().waitFor()
    expect(await page.getByText('No token yet').count()).toBe(0)

    // Neither the sign-in nor a reload shows files of the session before.
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
    await page.getByText('Choose files').waitFor()
    expect(await rows().count()).toBe(0)
    await page.reload()
    await page.getByText('Choose files').waitFor()
    expect(await rows().count()).toBe(0)
  })

  it('are refused after the session ended elsewhere, and the page asks to sign in', async () => {
    const { page, pick, rows, untilTotals } = await demo.open()
    await page.context().clearCookies()

    await pick(textFile('late.txt'), textFile('later.txt'))

    await page.getByText('Your session has ended, and 2 files could not be uploaded.').waitFor()
    expect(await rows().count()).toBe(0)
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
    await pick(textFile('late.txt'))
    await untilTotals('1 of 1 uploaded')
  })
})

/** Counts the requests to the token endpoint, and how many were pending at the same time. */
function watchTokenRequests(page: Page): { total: number; maxConcurrent: number } {
  const seen = { total: 0, maxConcurrent: 0 }
  let pending = 0
  const isTokenRequest = (request: { url: () => string }): boolean =>
    request.url().endsWith('/api/upload-token')
  page.on('request', (request) => {
    if (!isTokenRequest(request)) return
    seen.total++
    seen.maxConcurrent = Math.max(seen.maxConcurrent, ++pending)
  })
  const end = (request: { url: () => string }): void => {
    if (isTokenRequest(request)) pending--
  }
  page.on('requestfinished', end)
  page.on('requestfailed', end)
  return seen
}
