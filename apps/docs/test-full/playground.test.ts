import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { describe, expect, it } from 'vitest'
import { SITE_FOLDER } from '../test/serve-site.js'
import { usePlaygroundPage } from './use-playground-page.js'

const COMPLETE_CREDENTIAL = /[0-9a-f]{64}|eyJ[\w-]+\.[\w-]+\.[\w-]+/

describeInChromium('the playground', () => {
  const { page, siteUrl, untilUploaded, setSwitch, log } = usePlaygroundPage()

  const upload = (count: number) =>
    page()
      .locator('input[type=file]')
      .setInputFiles(
        Array.from({ length: count }, (_, index) => ({
          name: `ü${String(index)}.txt`,
          mimeType: 'text/plain',
          buffer: Buffer.from('hello'),
        })),
      )

  it('uploads files and shows each request without a complete credential', async () => {
    await upload(2)
    await untilUploaded(2)
    const text = await log()
    expect(text).toContain('POST /api/upload-token')
    expect(text).toContain('POST /base/')
    expect(text).toMatch(/signature: [0-9a-f]{8}…/)
    expect(text).toContain('ü1.txt')
    expect(text).not.toMatch(COMPLETE_CREDENTIAL)
  })

  it('serves an uploaded file to another tab', async () => {
    await upload(1)
    await untilUploaded(1)
    const [tab] = await Promise.all([
      page().context().waitForEvent('page'),
      page().getByRole('link', { name: /^Open/ }).click(),
    ])
    await tab.waitForLoadState()
    expect(await tab.locator('body').textContent()).toBe('hello')
  })

  it('sends a large file in parts', async () => {
    await page().getByRole('button', { name: 'A file of 12 MB' }).click()
    await untilUploaded(1)
    expect(await log()).toContain('POST /multipart/start/')
  })

  it('uploads without a failure after the secret key was rotated', async () => {
    await upload(1)
    await untilUploaded(1)
    await page().getByRole('button', { name: 'Rotate the secret key' }).click()
    await upload(3)
    await untilUploaded(4)
    expect(await log()).toContain('SignatureInvalidError')
  })

  it('recovers when the browser has stopped the service worker', async () => {
    await upload(1)
    await untilUploaded(1)
    const session = await page().context().newCDPSession(page())
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await upload(1)
    await untilUploaded(2)
    const text = await log()
    expect(text).toContain('The backend started with a new secret key')
    expect(text).toContain('SignatureInvalidError')
  })

  it('keeps the switches while the service worker is stopped', async () => {
    await setSwitch('Signed out', true)
    const session = await page().context().newCDPSession(page())
    await session.send('ServiceWorker.enable')
    await session.send('ServiceWorker.stopAllWorkers')
    await upload(1)
    await page().waitForSelector('.playground-files [data-status=failed]')
    expect(await page().locator('.playground-error').textContent()).toMatch(/sign/i)
  })

  it('replaces tokens that are valid for 5 seconds', async () => {
    await setSwitch('Tokens for 5 seconds', true)
    await upload(1)
    await untilUploaded(1)
    expect(await log()).toContain('The client has a token for 5.0 s.')
  })

  it('holds uploads while the device is offline and continues afterward', async () => {
    await upload(1)
    await untilUploaded(1)
    await setSwitch('Offline', true)
    await upload(1)
    await page().waitForSelector('.playground-files [data-status=waiting]')
    await setSwitch('Offline', false)
    await untilUploaded(2)
  })

  it('repeats a request after a 429', async () => {
    await setSwitch('429 from the Upload API', true)
    await upload(1)
    await page().getByRole('log').getByText('Attempt 1 of base failed').waitFor()
    await setSwitch('429 from the Upload API', false)
    await untilUploaded(1)
    expect(await log()).toContain('429')
  })

  it('uploads on a slow line', async () => {
    await setSwitch('Slow line', true)
    await upload(1)
    await untilUploaded(1)
  })

  it('is not affected by a wrong clock of the device', async () => {
    await upload(1)
    await untilUploaded(1)
    await setSwitch('Device clock a day ahead', true)
    await upload(2)
    await untilUploaded(3)
    expect(await log()).not.toContain('refused a token')
  })

  it('names the reason when the clock of the backend is wrong', async () => {
    await setSwitch('Backend clock an hour behind', true)
    await upload(1)
    await page().waitForSelector('.playground-files [data-status=failed]')
    expect(await page().locator('.playground-error').textContent()).toMatch(/clock/)
  })

  it('works when a visitor arrives through a link of the site', async () => {
    await page().goto(`${siteUrl()}credentials`)
    await page().evaluate(() => {
      const link = document.createElement('a')
      link.href = './playground'
      link.id = 'test-link'
      link.textContent = 'Playground'
      document.querySelector('main')?.append(link)
    })
    await page().click('#test-link')
    await page().waitForSelector('.playground[data-status=ready]')
    await upload(1)
    await untilUploaded(1)
  })

  it('says so when the browser offers no service workers', async () => {
    const context = await page().context().browser()?.newContext({ serviceWorkers: 'allow' })
    const tab = await context?.newPage()
    await tab?.addInitScript(() => {
      Reflect.deleteProperty(Navigator.prototype, 'serviceWorker')
    })
    await tab?.goto(`${siteUrl()}playground`)
    expect(await tab?.getByRole('alert').textContent()).toContain('needs service workers')
    await context?.close()
  })
})

describe('the service worker of the playground', () => {
  it('contains no secret key', () => {
    const script = readFileSync(path.join(SITE_FOLDER, 'playground-worker.js'), 'utf8')
    expect(script).not.toMatch(/secretKeys:\["|demosecretkey/)
    expect(script).toContain('getRandomValues')
  })
})
