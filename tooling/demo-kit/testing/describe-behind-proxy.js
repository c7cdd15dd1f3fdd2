import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { provideNginx, startNginx } from '@secure-uploading/tooling/nginx'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { requestTokenAsOldBrowser } from './request-token-as-old-browser.js'
import { textFiles } from './text-files.js'

/**
 * Tests a demo behind a real nginx that changes the `Host` header.
 *
 * @param {(settings: { trustProxy: boolean }) => Promise<{ url: string, close: () => Promise<unknown> }>} start
 */
export async function describeBehindProxy(start) {
  const hasNginx = await provideNginx()

  describe.skipIf(!hasNginx).each([{ trustProxy: false }, { trustProxy: true }])(
    'a demo behind an nginx that changes Host, with trustProxy: $trustProxy',
    ({ trustProxy }) => {
      describeInChromium('in Chromium', () => {
        let demo
        let browser
        let nginx

        beforeAll(async () => {
          ;[demo, browser] = await Promise.all([start({ trustProxy }), launchChromium()])
        })
        afterEach(async () => {
          await Promise.all(browser.contexts().map((context) => context.close()))
          await nginx?.close()
        })
        afterAll(() => Promise.all([demo.close(), browser.close()]))

        /** Signs in without nginx. Cookies are shared by all ports, so the session is valid behind nginx too. */
        async function signIn() {
          const page = await browser.newPage()
          await page.goto(demo.url)
          await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
          await page.getByRole('button', { name: 'Sign out' }).waitFor()
          return page
        }

        it.each([
          ['omits', false],
          ['sends', true],
        ])('uploads from its page when nginx %s X-Forwarded-Host', async (_verb, sendsForwardedHost) => {
          nginx = await startNginx(demo.url, { sendsForwardedHost })
          const page = await signIn()
          // The page has no change listener until its scripts have run.
          await page.goto(nginx.url, { waitUntil: 'networkidle' })
          await page.getByRole('button', { name: 'Sign out' }).waitFor()
          const answers = Promise.all(
            ['/api/upload-token', '/base/'].map((path) =>
              page.waitForResponse((response) => response.url().includes(path)),
            ),
          )
          await page.locator('input[type=file]').setInputFiles(textFiles(1))
          const [token, upload] = await answers

          expect(new URL(token.url()).origin).toBe(nginx.url)
          expect(await token.request().headerValue('sec-fetch-site')).toBe('same-origin')
          expect([token.status(), upload.status()]).toEqual([200, 200])
        })

        it.each([
          [403, 'omits', false],
          [trustProxy ? 200 : 403, 'sends', true],
        ])(
          'answers %i to a browser without Sec-Fetch-Site when nginx %s X-Forwarded-Host',
          async (status, _verb, sendsForwardedHost) => {
            nginx = await startNginx(demo.url, { sendsForwardedHost })
            const page = await signIn()
            const cookies = await page.context().cookies()
            const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

            expect(await requestTokenAsOldBrowser(nginx.url, cookie)).toBe(status)
          },
        )
      })
    },
  )
}
