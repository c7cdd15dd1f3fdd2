import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FAKE_SECRET, FAKE_SECRETS } from './fake-secrets.js'
import { textFiles } from './text-files.js'

const KEYS = { publicKey: 'publicofarealproject', secretKey: FAKE_SECRETS.UPLOADCARE_SECRET_KEY }

/**
 * Tests that a running demo sends no secret to a browser that signs in and uploads.
 *
 * @param {(uploadcareKeys: typeof KEYS) => Promise<{ url: string, close: () => Promise<unknown> }>} start
 * @param {string[]} paths paths of its pages; the first one is the upload page
 */
export function testNoSecretIsSent(start, paths) {
  describeInChromium('a browser that signs in and uploads', () => {
    let demo
    let browser
    beforeAll(async () => {
      ;[demo, browser] = await Promise.all([start(KEYS), launchChromium()])
    })
    afterAll(() => Promise.all([browser.close(), demo.close()]))

    it('receives no secret in any body or header', async () => {
      const page = await browser.newPage()
      const received = []
      await page.route('**', async (route) => {
        // The keys are fake, so requests to Uploadcare are blocked.
        if (new URL(route.request().url()).origin !== demo.url) return route.abort()
        const response = await route.fetch({ maxRedirects: 0 })
        received.push(
          `${response.url()}\n${JSON.stringify(response.headersArray())}\n${await response.text()}`,
        )
        return route.fulfill({ response })
      })
      const tokens = () => received.filter((text) => text.includes('"secureSignature":"'))

      for (const path of paths.toReversed()) await page.goto(demo.url + path)
      await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
      await page.getByRole('button', { name: 'Sign out' }).waitFor()
      await page.locator('input[type=file]').setInputFiles(textFiles(1))
      await expect.poll(tokens).toHaveLength(1)
      for (const path of paths.slice(1)) await page.goto(demo.url + path)
      await page.unrouteAll({ behavior: 'wait' })

      expect(received.filter((text) => FAKE_SECRET.test(text))).toEqual([])
    })
  })
}
