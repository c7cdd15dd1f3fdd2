import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDemo } from '../open-demo.js'

describeInChromium('the page', () => {
  // Both kinds of tokens end while files are being uploaded.
  const demo = openDemo({ tokenSeconds: 3, accessTokenSeconds: 4 })
  let browser: Browser

  beforeAll(async () => {
    browser = await launchChromium()
  })
  beforeEach(async () => {
    await demo.emulator.reset()
  })
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()))
  })
  afterAll(() => browser.close())

  async function openPage(): Promise<Page> {
    const page = await browser.newPage({ baseURL: demo.url })
    await page.goto('/')
    return page
  }

  async function openSignedInPage(): Promise<Page> {
    const page = await openPage()
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
    await page.getByText('Drop files here').waitFor()
    return page
  }

  test('signed out, there is nothing to upload with', async () => {
    const page = await openPage()
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    expect(await page.locator('input[type=file]').count()).toBe(0)
    expect((await page.request.post('/api/upload-token')).status()).toBe(401)
  })

  test('uploads go on while tokens of three seconds and JWTs of four expire', async () => {
    const page = await openSignedInPage()
    const signIns = collectRequests(page, '/sign-in')
    // Eight rounds of four files at a time take longer than two tokens live.
    demo.emulator.faults.add({ endpoint: 'base', latencyMs: 900, times: Infinity })
    const files = textFiles(32)
    await page.locator('input[type=file]').setInputFiles(files)
    await page.getByRole('heading', { name: '32 of 32 uploaded' }).waitFor()

    const requests = demo.emulator.journal.entries('base')
    expect(requests.filter(({ status }) => status === 200)).toHaveLength(32)
    expect(new Set(requests.map(({ expire }) => expire)).size).toBeGreaterThan(2)
    expect(signIns.length).toBeGreaterThan(0)

    const links = await page.getByRole('link', { name: /^Open / }).all()
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
    const bytes = await Promise.all(addresses.map(async (address) => (await fetch(address ?? '')).text()))
    expect(bytes).toEqual(files.map(({ buffer }) => buffer.toString()))
  })

  test('a file that is cancelled stops, and the others arrive', async () => {
    const page = await openSignedInPage()
    demo.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
    const [stuck, ...others] = textFiles(3)
    if (stuck) await page.locator('input[type=file]').setInputFiles(stuck)
    await expect.poll(() => demo.emulator.journal.entries('base').length).toBe(1)
    await page.locator('input[type=file]').setInputFiles(others)
    await page.getByRole('button', { name: `Cancel ${stuck?.name ?? ''}` }).click()
    await page.getByRole('heading', { name: '2 of 3 uploaded' }).waitFor()
    expect(await page.getByText('cancelled').isVisible()).toBe(true)
  })

  test('signing out stops what is under way', async () => {
    const page = await openSignedInPage()
    demo.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('/base/'))
    await page.locator('input[type=file]').setInputFiles(textFiles(1))
    await expect.poll(() => demo.emulator.journal.entries('base').length).toBe(1)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    expect((await aborted).failure()?.errorText).toBe('net::ERR_ABORTED')
  })

  test('the keyboard alone signs in, opens the file chooser and cancels', async () => {
    const page = await openPage()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Drop files here').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    demo.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
    await (await chooser).setFiles(textFiles(1))
    await expect.poll(() => demo.emulator.journal.entries('base').length).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('cancelled').waitFor()
  })
})

function collectRequests(page: Page, path: string): string[] {
  const found: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === path) found.push(request.url())
  })
  return found
}

function textFiles(count: number): { name: string; mimeType: string; buffer: Buffer }[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `note ${index + 1}.txt`,
    mimeType: 'text/plain',
    buffer: Buffer.from(`This is note ${index + 1}.`),
  }))
}
