import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { listFiles } from './list-files.js'
import { htmlAsPng, pngOf } from './sample-files.js'
import type { Stage } from './stage.js'

/** Tests the upload routes of an app with a page in Chromium. */
export function describeInAPage(name: string, start: () => Promise<Stage>): void {
  describeInChromium(`upload routes of ${name} in a page`, () => {
    let stage: Stage
    let browser: Browser
    let context: BrowserContext

    beforeAll(async () => {
      stage = await start()
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
      // A page of Next sets it when it is hydrated.
      await page.waitForFunction(() => 'uploads' in window)
      return page
    }

    const bytesOf = async (text: string) => [...new Uint8Array(await pngOf(text).arrayBuffer())]

    /** Uploads an avatar, and closes the page after the last byte: its completion never reaches the server. */
    async function uploadAndClose(page: Page, given: { bytes: number[]; name: string }): Promise<void> {
      const asked = new Promise<void>((resolve) => {
        void page.route('**/api/uploads**', async (route) => {
          if (route.request().postData()?.includes('completed')) resolve()
          else await route.continue()
        })
      })
      await page.evaluate(({ bytes, name }) => {
        const chosen = new File([new Uint8Array(bytes)], name, { type: 'image/png' })
        void window.uploads.route('avatar').uploadFile(chosen)
      }, given)
      await asked
      await page.close()
    }

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
      await uploadAndClose(page, { bytes: await bytesOf('linus'), name: 'linus.png' })
      await stage.emulator.emulator.webhooks.settled()

      const [saved] = stage.saved.filter(({ subject }) => subject === 'linus')
      expect(saved).toMatchObject({ route: 'avatar', owner: 'linus' })
      const files = await listFiles(stage)
      const file = files.find(({ uuid }) => uuid === saved?.uuid)
      expect(file?.datetimeStored).toEqual(expect.any(String))
      expect(file?.metadata?.['uploadReceipt']).toMatch(/^ua1\./)
    })

    it('are deleted by the webhook when the page is closed and the content breaks the rules', async () => {
      const uuids = async (removed: boolean) => (await listFiles(stage, { removed })).map(({ uuid }) => uuid)
      const storedBefore = await uuids(false)
      const removedBefore = await uuids(true)
      // Otherwise the webhook may delete the file before the page asks for its completion.
      stage.isWebhookDown = true
      const page = await openPage('eve')
      const bytes = [...new Uint8Array(await htmlAsPng().arrayBuffer())]
      await uploadAndClose(page, { bytes, name: 'lie.png' })
      stage.isWebhookDown = false
      await stage.emulator.emulator.webhooks.settled()

      expect(await uuids(true)).toHaveLength(removedBefore.length + 1)
      expect(await uuids(false)).toEqual(storedBefore)
      expect(stage.saved.filter(({ subject }) => subject === 'eve')).toEqual([])
    })
  })
}
