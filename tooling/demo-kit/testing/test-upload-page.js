import { expect, it } from 'vitest'
import { textFiles } from './text-files.js'

/**
 * Tests the upload page of a demo. The demo must issue tokens with a lifetime of three seconds.
 *
 * @param {import('./open-demo-in-chromium.js').OpenDemo} demo
 */
export function testUploadPage(demo) {
  const uploadRequests = () => demo.emulator.journal.entries('base')
  const fileInput = (page) => page.locator('input[type=file]')
  const signedOut = (page) => page.getByRole('heading', { name: 'You are signed out' })
  const uploaded = (page, count) =>
    page.getByRole('heading', { name: new RegExp(`^${count} of \\d+ uploaded`) })

  /** Keeps the next upload pending. */
  const holdNextUpload = () => {
    demo.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
  }

  it('shows no file input and gets no token while signed out', async () => {
    const page = await demo.newPage()
    await signedOut(page).waitFor()
    expect(await fileInput(page).count()).toBe(0)
    expect((await page.request.post('/api/upload-token')).status()).toBe(401)
  })

  it('uploads 28 files while tokens expire', async () => {
    const page = await demo.newSignedInPage()
    // Seven rounds of four files take longer than two token lifetimes.
    demo.emulator.faults.add({ endpoint: 'base', latencyMs: 900, times: Infinity })
    const files = textFiles(28)
    await fileInput(page).setInputFiles(files)
    await uploaded(page, 28).waitFor()

    expect(uploadRequests().filter(({ status }) => status === 200)).toHaveLength(28)
    expect(new Set(uploadRequests().map(({ expire }) => expire)).size).toBeGreaterThan(2)
    expect(await bytesBehindLinks(page)).toEqual(files.map(({ buffer }) => buffer.toString()))
  })

  it('stops a canceled upload and finishes the others', async () => {
    const page = await demo.newSignedInPage()
    holdNextUpload()
    const [held, ...others] = textFiles(3)
    await fileInput(page).setInputFiles(held)
    await expect.poll(() => uploadRequests().length).toBe(1)
    await fileInput(page).setInputFiles(others)
    await page.getByRole('button', { name: `Cancel ${held.name}` }).click()
    await uploaded(page, 2).waitFor()
    await page.getByText('· canceled').waitFor()
  })

  it('aborts running uploads on sign-out', async () => {
    const page = await demo.newSignedInPage()
    holdNextUpload()
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('/base/'))
    await fileInput(page).setInputFiles(textFiles(1))
    await expect.poll(() => uploadRequests().length).toBe(1)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signedOut(page).waitFor()
    expect((await aborted).failure().errorText).toBe('net::ERR_ABORTED')
  })

  it('can be used with the keyboard alone to sign in, pick a file and cancel', async () => {
    const page = await demo.newPage()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Drop files here').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    holdNextUpload()
    await (await chooser).setFiles(textFiles(1))
    await expect.poll(() => uploadRequests().length).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('· canceled').waitFor()
  })
}

/** Fetches the files behind the "Open" links, in order. */
async function bytesBehindLinks(page) {
  const links = await page.getByRole('link', { name: /^Open / }).all()
  const addresses = await Promise.all(links.map((link) => link.getAttribute('href')))
  return Promise.all(addresses.map(async (address) => (await fetch(address)).text()))
}
