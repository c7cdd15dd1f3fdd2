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
    // Some rounds of at most 16 files take longer than two token lifetimes.
    demo.emulator.faults.add({ endpoint: 'base', latencyMs: 2000, times: Infinity })
    const files = textFiles(28)
    await fileInput(page).setInputFiles(files)
    await uploaded(page, 28).waitFor()

    expect(uploadRequests().filter(({ status }) => status === 200)).toHaveLength(28)
    expect(new Set(uploadRequests().map(({ expire }) => expire)).size).toBeGreaterThan(2)
    const links = await allLinks(page)
    for (const { name, buffer } of files)
      expect(await (await fetch(links.get(`Open ${name}`))).text(), name).toBe(buffer.toString())
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
    await page.getByText('· Canceled').waitFor()
  })

  it('aborts running uploads on sign-out, and starts with an empty list after the next sign-in', async () => {
    const page = await demo.newSignedInPage()
    holdNextUpload()
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('/base/'))
    await fileInput(page).setInputFiles(textFiles(1))
    await expect.poll(() => uploadRequests().length).toBe(1)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await signedOut(page).waitFor()
    expect((await aborted).failure().errorText).toBe('net::ERR_ABORTED')
    expect(await page.locator('li[data-status]').count()).toBe(0)
    expect(await page.getByRole('button', { name: /^Try again/ }).count()).toBe(0)

    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
    expect(await page.locator('li[data-status]').count()).toBe(0)
    await fileInput(page).setInputFiles(textFiles(1))
    await page.getByRole('heading', { name: '1 of 1 uploaded' }).waitFor()
  })

  it('can be used with the keyboard alone to sign in, pick a file and cancel', async () => {
    const page = await demo.newPage()
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Choose files' }).waitFor()
    await tabTo(page, 'Choose files')
    await page.keyboard.press('Space')
    holdNextUpload()
    const [file] = textFiles(1)
    await (await chooser).setFiles(file)
    await expect.poll(() => uploadRequests().length).toBe(1)
    await tabTo(page, `Cancel ${file.name}`)
    await page.keyboard.press('Enter')
    await page.getByText('· Canceled').waitFor()
  })
}

/** Presses Tab until the button with this name has the focus. */
async function tabTo(page, name) {
  const button = page.getByRole('button', { name })
  const hasFocus = () => button.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 20 && !(await hasFocus()); presses++) await page.keyboard.press('Tab')
  expect(await hasFocus(), `"${name}" is reached with Tab`).toBe(true)
}

/** Scrolls through the list, whose invisible rows may not exist, and returns the address of each "Open" link by its name. */
async function allLinks(page) {
  const scroller = page.getByRole('group', { name: 'Files' })
  const links = new Map()
  for (let isAtEnd = false; !isAtEnd;) {
    for (const link of await page.getByRole('link', { name: /^Open / }).all())
      links.set(await link.getAttribute('aria-label'), await link.getAttribute('href'))
    isAtEnd = await scroller.evaluate(
      (element) =>
        new Promise((resolve) => {
          const before = element.scrollTop
          element.scrollTop += element.clientHeight / 2
          // The rows are drawn in the next frame.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(element.scrollTop === before)))
        }),
    )
  }
  return links
}
