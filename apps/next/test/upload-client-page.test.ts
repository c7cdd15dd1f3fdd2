import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { beforeEach, expect, test } from 'vitest'
import { openDemo } from './open-demo'
import { textFiles } from './text-files'

describeInChromium('the page with the upload client', () => {
  const demo = openDemo({ tokenSeconds: 3 })

  beforeEach(async () => {
    await demo.emulator.reset()
  })

  test('signed out, there is nothing to upload with and the endpoint gives no token', async () => {
    const page = await demo.newPage('/')
    expect(await page.getByRole('heading', { name: 'You are signed out' }).isVisible()).toBe(true)
    expect(await page.locator('input[type=file]').count()).toBe(0)
    const answer = await page.request.post('/api/upload-token')
    expect([answer.status(), await answer.json()]).toMatchObject([
      401,
      { error: { code: 'ERR_UNAUTHENTICATED' } },
    ])
  })

  test('uploads go on while tokens of three seconds expire', async () => {
    const page = await demo.newSignedInPage('/')
    // Eight rounds of four files at a time take longer than two tokens live.
    demo.emulator.faults.add({ endpoint: 'base', latencyMs: 900, times: Infinity })
    const files = textFiles(32)
    await page.locator('input[type=file]').setInputFiles(files)
    await page.getByRole('heading', { name: '32 of 32 uploaded' }).waitFor()

    const requests = demo.emulator.journal.entries('base')
    expect(requests.filter(({ status }) => status === 200)).toHaveLength(32)
    expect(new Set(requests.map(({ expire }) => expire)).size).toBeGreaterThan(2)
    expect(await demo.bytesBehindLinks(page)).toEqual(files.map(({ buffer }) => buffer.toString()))
  })

  test('a session that ended elsewhere uploads nothing, and the page says so', async () => {
    const page = await demo.newSignedInPage('/')
    await page.context().clearCookies()
    await page.locator('input[type=file]').setInputFiles(textFiles(3))
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    expect(demo.emulator.journal.entries('base')).toEqual([])
  })

  test('a file that is cancelled stops, and the others arrive', async () => {
    const page = await demo.newSignedInPage('/')
    demo.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
    const [stuck, ...others] = textFiles(3)
    if (stuck) await page.locator('input[type=file]').setInputFiles(stuck)
    await expect.poll(() => demo.emulator.journal.entries('base').length).toBe(1)
    await page.locator('input[type=file]').setInputFiles(others)
    await page.getByRole('button', { name: `Cancel ${stuck?.name ?? ''}` }).click()
    await page.getByRole('heading', { name: '2 of 2 uploaded, 1 cancelled' }).waitFor()
  })

  test('signing out stops what is under way', async () => {
    const page = await demo.newSignedInPage('/')
    demo.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
    const aborted = page.waitForEvent('requestfailed', (request) => request.url().includes('/base/'))
    await page.locator('input[type=file]').setInputFiles(textFiles(1))
    await expect.poll(() => demo.emulator.journal.entries('base').length).toBe(1)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
    expect((await aborted).failure()?.errorText).toBe('net::ERR_ABORTED')
  })

  test('uploads go on while somebody looks at the other page', async () => {
    const page = await demo.newSignedInPage('/')
    demo.emulator.faults.add({ endpoint: 'base', latencyMs: 500, times: 2 })
    await page.locator('input[type=file]').setInputFiles(textFiles(2))
    await page.getByRole('link', { name: 'File Uploader' }).click()
    await page.getByRole('heading', { name: /File Uploader, with/ }).waitFor()
    await page.getByRole('link', { name: 'Upload client' }).click()
    await page.getByRole('heading', { name: '2 of 2 uploaded' }).waitFor()
  })

  test('the keyboard alone signs in, opens the file chooser and cancels', async () => {
    const page = await demo.newPage('/')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Drop files here').waitFor()
    await page.getByRole('button', { name: 'Sign out' }).focus()
    await page.keyboard.press('Tab')
    await page.locator('input[type=file]:focus').waitFor({ state: 'attached' })
    await page.keyboard.press('Space')
    demo.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
    await (await chooser).setFiles(textFiles(1))
    await expect.poll(() => demo.emulator.journal.entries('base').length).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '0 of 0 uploaded, 1 cancelled' }).waitFor()
  })
})
