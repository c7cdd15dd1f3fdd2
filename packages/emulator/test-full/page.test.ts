import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startEmulator, type EmulatorServer } from '../src/node/index.js'
import { demoProject, PUBLIC_KEY, SECRET_KEY } from '../test/demo-project.js'
import { imageBytes } from '../test/image/images.js'

describeInChromium('the emulator’s page', () => {
  let server: EmulatorServer
  let browser: Browser
  let page: Page
  let errors: string[]

  beforeAll(async () => {
    server = await startEmulator({ projects: [demoProject] })
    browser = await launchChromium()
  })
  beforeEach(async () => {
    await server.emulator.reset()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    errors = []
    page.on('pageerror', (error) => errors.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text())
    })
    await page.goto(`${server.url}/_emulator`)
    return async () => {
      await page.close()
      expect(errors).toEqual([])
    }
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  async function post(fields: Readonly<Record<string, string>>): Promise<void> {
    const body = new FormData()
    for (const [name, value] of Object.entries({ UPLOADCARE_PUB_KEY: PUBLIC_KEY, ...fields }))
      body.append(name, value)
    body.append('file', new Blob(['x']), 'x.txt')
    await fetch(`${server.url}/base/`, { method: 'POST', body })
  }

  test('shows a refusal and its reason as it happens, and no secret', async () => {
    await post({ signature: '46f70d2b4fb6196daeb2c16bf44a7f1e', expire: '9454903856' })
    await page.getByText('the old scheme, MD5').waitFor()
    await page.getByText('SignatureInvalidError').waitFor()

    const html = await page.content()
    expect(html).not.toContain(SECRET_KEY)
    expect(html).not.toContain('46f70d2b4fb6196daeb2c16bf44a7f1e')
  })

  test('switches secure uploading with the keyboard, and keeps the focus', async () => {
    const control = page.getByRole('switch', { name: 'Secure uploading' })
    await control.focus()
    await page.keyboard.press('Space')
    await page.locator('[role=switch][aria-checked=false]').waitFor()

    expect(server.emulator.projects.list()[0]?.secureUploading).toBe(false)
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`secureUploading-${PUBLIC_KEY}`)
  })

  test('uploads without a signature, shows a preview, and deletes', async () => {
    const image = { name: 'red.png', mimeType: 'image/png', buffer: Buffer.from(imageBytes('png')) }
    const text = {
      name: '<img src=x onerror=alert(1)>.txt',
      mimeType: 'text/html',
      buffer: Buffer.from('hi'),
    }
    await page.getByLabel('Upload without a signature').setInputFiles([image, text])
    await page.getByRole('link', { name: '<img src=x onerror=alert(1)>.txt' }).waitFor()
    await page.waitForFunction(
      () => document.querySelector<HTMLImageElement>('.preview img')?.naturalWidth === 20,
    )
    // Looking at a preview is no request of a client.
    expect(server.emulator.journal.entries()).toEqual([])

    await page.getByRole('button', { name: 'Delete red.png' }).click()
    await page.getByRole('link', { name: 'red.png' }).waitFor({ state: 'detached' })
  })

  test('moves the clock and sets it', async () => {
    await page.getByRole('button', { name: '+ 1 day' }).click()
    await page.waitForFunction(
      () => Date.parse(document.querySelector('.clock')?.textContent ?? '') > Date.now() + 8e7,
    )
    await page.getByLabel('Set to (UTC)').fill('2030-01-02T03:04:05')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await page.getByText('2030-01-02 03:04').waitFor()

    expect(new Date(server.emulator.clock.nowMs()).getUTCFullYear()).toBe(2030)
  })

  test('adds a fault and removes it', async () => {
    await page.getByLabel('go wrong:').selectOption('throttle for 10 s')
    await page.getByLabel('requests to').selectOption('base')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByText('The next request to base: throttle for 10 s').waitFor()
    expect(server.emulator.faults.list()).toMatchObject([
      { endpoint: 'base', throttle: { retryAfterSeconds: 10 } },
    ])

    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Nothing will go wrong.').waitFor()
  })

  test('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await post({ signature: '0'.repeat(64), expire: '9454903856' })
    await page.getByText('SignatureInvalidError').waitFor()

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
