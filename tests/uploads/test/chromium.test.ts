import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { buildPage } from '../src/build-page.js'
import { createExpressApp } from '../src/express-app.js'
import { createLambdaApp } from '../src/lambda-app.js'
import { listFiles } from '../src/list-files.js'
import { createNextApp } from '../src/next-app.js'
import { pngOf } from '../src/sample-files.js'
import { startStage, type Stage } from '../src/start-stage.js'

const APPS = [
  ['Express', createExpressApp],
  ['Next', createNextApp],
  ['Lambda', createLambdaApp],
] as const

for (const [name, createApp] of APPS) {
  describeInChromium(`upload routes of ${name} in a page`, () => {
    let stage: Stage
    let browser: Browser
    let context: BrowserContext

    beforeAll(async () => {
      const html = await buildPage()
      stage = await startStage(createApp, html)
      browser = await launchChromium()
    })
    afterEach(async () => {
      stage.isWebhookDown = false
      await context.close()
    })
    afterAll(async () => {
      await browser.close()
      await stage.close()
    })

    async function openPage(user: string): Promise<Page> {
      context = await browser.newContext()
      await context.addCookies([{ name: 'user', value: user, url: stage.url }])
      const page = await context.newPage()
      await page.goto(stage.url)
      return page
    }

    const bytesOf = async (text: string) => [...new Uint8Array(await pngOf(text).arrayBuffer())]

    it('upload an avatar, whose data are those that the server returned', async () => {
      // The page alone completes the file.
      stage.isWebhookDown = true
      const page = await openPage('ada')
      const { uuid, url, rules } = await page.evaluate(
        async (bytes) => {
          const avatar = window.uploads.route('avatar')
          const chosen = new File([new Uint8Array(bytes)], 'ada.png', { type: 'image/png' })
          const { file, data } = await avatar.uploadFile(chosen)
          return { uuid: file.uuid, url: data.url, rules: await avatar.rules() }
        },
        await bytesOf('ada'),
      )
      expect(url).toContain(`/${uuid}/`)
      expect(rules).toEqual({ accept: ['image/*'], maxBytes: 1_000_000, maxFiles: 1 })
      expect(stage.saved.filter((file) => file.uuid === uuid)).toMatchObject([
        { subject: 'ada', owner: 'ada' },
      ])
    })

    it('upload attachments, of which none is stored that was rejected', async () => {
      // Otherwise the webhook may delete the rejected file before the page learns the reason.
      stage.isWebhookDown = true
      const page = await openPage('grace')
      const outcomes = await page.evaluate(
        async (bytes) => {
          const html = '<!doctype html><html><script>alert(1)</script></html>'
          const results = await window.uploads
            .route('attachments')
            .uploadFiles([
              new File([new Uint8Array(bytes)], 'one.png', { type: 'image/png' }),
              new File([html], 'lie.png', { type: 'image/png' }),
              new File(['Hello'], 'note.txt', { type: 'text/plain' }),
            ])
          return results.map((result) =>
            result.status === 'fulfilled'
              ? result.value.data.size > 0
              : (result.reason as { code: string }).code,
          )
        },
        await bytesOf('one'),
      )
      expect(outcomes).toEqual([true, 'ERR_FILE_TYPE', true])
      const stored = await listFiles(stage)
      expect(stored.some(({ contentInfo }) => contentInfo?.mime?.mime === 'text/html')).toBe(false)
    })

    it('are completed by the webhook when the page is closed after the last byte', async () => {
      const page = await openPage('linus')
      // The completion of the page never reaches the server.
      const asked = new Promise<void>((resolve) => {
        void page.route('**/api/uploads**', async (route) => {
          if (route.request().postData()?.includes('completed')) resolve()
          else await route.continue()
        })
      })
      await page.evaluate(
        (bytes) => {
          const chosen = new File([new Uint8Array(bytes)], 'linus.png', { type: 'image/png' })
          void window.uploads.route('avatar').uploadFile(chosen)
        },
        await bytesOf('linus'),
      )
      await asked
      await page.close()
      await stage.emulator.emulator.webhooks.settled()

      const [saved] = stage.saved.filter(({ subject }) => subject === 'linus')
      expect(saved).toMatchObject({ route: 'avatar', owner: 'linus' })
      const files = await listFiles(stage)
      const file = files.find(({ uuid }) => uuid === saved?.uuid)
      expect(file?.datetimeStored).toEqual(expect.any(String))
      expect(file?.metadata?.['uploadReceipt']).toMatch(/^ua1\./)
    })
  })
}
