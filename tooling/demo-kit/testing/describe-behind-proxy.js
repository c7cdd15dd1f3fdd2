import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { provideNginx, startNginx } from '@secure-uploading/tooling/nginx'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { askAsOldBrowser } from './ask-as-old-browser.js'
import { textFiles } from './text-files.js'

/**
 * Tests a demo behind a real nginx that gives it another `Host` than the browser asked for.
 *
 * @param {(settings: { trustProxy: boolean }) => Promise<{ url: string, close: () => Promise<unknown> }>} start
 */
export async function describeBehindProxy(start) {
  const hasNginx = await provideNginx()

  describe.skipIf(!hasNginx).each([{ trustProxy: false }, { trustProxy: true }])(
    'behind an nginx that rewrites Host, with trustProxy: $trustProxy',
    ({ trustProxy }) => {
      describeInChromium('the demo', () => {
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

        /** Its cookie is good behind nginx, too: cookies know no ports. */
        async function signIn() {
          const page = await browser.newPage()
          await page.goto(demo.url)
          await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
          await page.getByRole('button', { name: 'Sign out' }).waitFor()
          return page
        }

        test.each([
          ['does not tell', false],
          ['tells', true],
        ])('its page uploads when nginx %s which Host was asked for', async (_what, tellsHost) => {
          nginx = await startNginx(demo.url, { tellsHost })
          const page = await signIn()
          // Before its scripts have run, the page does not hear of a file.
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

        test.each([
          [403, 'does not tell', false],
          [trustProxy ? 200 : 403, 'tells', true],
        ])(
          'an old browser gets %i when nginx %s which Host was asked for',
          async (status, _what, tellsHost) => {
            nginx = await startNginx(demo.url, { tellsHost })
            const page = await signIn()
            const cookies = await page.context().cookies()
            const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

            expect(await askAsOldBrowser(nginx.url, cookie)).toBe(status)
          },
        )
      })
    },
  )
}
