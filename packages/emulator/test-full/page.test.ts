import { generateSecureSignature } from '@secure-uploading/core'
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

  test('shows a refusal and its reason immediately, without secrets', async () => {
    await post({ signature: '46f70d2b4fb6196daeb2c16bf44a7f1e', expire: '9454903856' })
    await page.getByText('the old scheme MD5(secret + expire)').waitFor()
    await page.getByText('SignatureInvalidError').waitFor()

    const html = await page.content()
    expect(html).not.toContain(SECRET_KEY)
    expect(html).not.toContain('46f70d2b4fb6196daeb2c16bf44a7f1e')
  })

  test('switches secure uploading with the keyboard and keeps the focus', async () => {
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
    // Previews must not appear in the journal.
    expect(server.emulator.journal.entries()).toEqual([])

    await page.getByRole('button', { name: 'Delete red.png' }).click()
    await page.getByRole('link', { name: 'red.png' }).waitFor({ state: 'detached' })
  })

  test('cannot be controlled by scripts in uploaded files', async () => {
    const script = `fetch('/_emulator/reset', { method: 'POST' })`
    const buffer = Buffer.from(
      `<html xmlns="http://www.w3.org/1999/xhtml"><body><script>${script}</script>meow</body></html>`,
    )
    const types = ['text/xsl', 'text/html', 'image/svg+xml']
    const files = types.map((mimeType, index) => ({ name: `${index}.txt`, mimeType, buffer }))
    await page.getByLabel('Upload without a signature').setInputFiles(files)
    for (const { name } of files) {
      const link = page.getByRole('link', { name })
      await page.goto(`${server.url}${(await link.getAttribute('href')) ?? ''}`)
      await page.getByText('meow').waitFor()
      await expect.poll(() => errors.join()).toContain('Blocked script execution')
      await page.goto(`${server.url}/_emulator`)
      await page.getByRole('link', { name }).waitFor()
      errors.splice(0)
    }
  })

  test('sets the limits of a project with the keyboard alone', async () => {
    await page.locator('summary').focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1.5')
    await page.keyboard.press('Tab')
    await page.keyboard.press('K')
    await page.keyboard.press('Tab')
    await page.keyboard.type('image/*, application/PDF')
    await page.keyboard.press('Enter')
    await page.getByText('image/*, application/pdf', { exact: true }).waitFor()
    await page.getByText('1.5 KiB').waitFor()

    expect(server.emulator.projects.list()).toMatchObject([
      { maxFileSizeBytes: 1536, allowedTypes: ['image/*', 'application/pdf'] },
    ])
    // The form shows the new limits, in the largest unit without a fraction, and keeps the focus.
    expect(await page.getByLabel('Maximum file size', { exact: true }).inputValue()).toBe('1536')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(`types-${PUBLIC_KEY}`)

    await page.getByLabel('Maximum file size', { exact: true }).fill('')
    await page.getByLabel('Allowed types').fill('')
    await page.getByRole('button', { name: 'Save limits' }).click()
    await page.getByText('any size').waitFor()
    expect(server.emulator.projects.list()).toMatchObject([{ maxFileSizeBytes: null, allowedTypes: null }])
  })

  test('reports an invalid limit and keeps the input', async () => {
    await page.locator('summary').click()
    await page.getByLabel('Allowed types').fill('pictures')
    await page.getByRole('button', { name: 'Save limits' }).click()
    await page.getByRole('status').getByText('"allowedTypes" must be').waitFor()

    expect(await page.getByLabel('Allowed types').inputValue()).toBe('pictures')
    expect(server.emulator.projects.list()).toMatchObject([{ allowedTypes: null }])
    // Chromium logs refused requests to its console.
    expect(errors.splice(0)).toEqual([expect.stringContaining('400')])
  })

  test('keeps the input of the user while the page updates', async () => {
    await page.locator('summary').click()
    const types = page.getByLabel('Allowed types')
    await types.fill('image/png')
    await types.press('ArrowLeft')
    server.emulator.projects.update(PUBLIC_KEY, { autostore: false, maxFileSizeBytes: 2048 })
    await post({})
    await page.getByText('2.0 KiB').waitFor()
    await page.keyboard.type('!')

    expect(await types.inputValue()).toBe('image/pn!g')
    expect(await page.getByLabel('Maximum file size', { exact: true }).inputValue()).toBe('2')
    expect(await page.getByLabel('Unit of the maximum file size').inputValue()).toBe('1024')
  })

  test('switches autostore', async () => {
    await page.getByRole('switch', { name: 'Autostore' }).click()
    await page.getByRole('switch', { name: 'Autostore off' }).waitFor()

    expect(server.emulator.projects.list()).toMatchObject([{ autostore: false }])
  })

  test('replaces a secret key without exposing either key', async () => {
    await page.locator('summary').click()
    const field = page.getByLabel('New secret key')
    expect(await field.getAttribute('type')).toBe('password')
    await field.fill('a-rotated-secret')
    await field.press('Enter')
    await page.getByText('••••cret').waitFor()
    expect(await field.inputValue()).toBe('')

    await page.getByRole('button', { name: 'Remove secret key 1' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('••••tkey').waitFor({ state: 'detached' })
    const { secureSignature, secureExpire } = await generateSecureSignature('a-rotated-secret', {
      expiresIn: 60,
    })
    await post({ signature: secureSignature, expire: secureExpire })
    await page.getByRole('link', { name: 'x.txt' }).waitFor()
    const seen = [
      await page.content(),
      await fetch(`${server.url}/_emulator/`).then(async (response) => response.text()),
      await fetch(`${server.url}/_emulator/state`).then(async (response) => response.text()),
    ].join()
    for (const secret of [SECRET_KEY, 'a-rotated-secret', secureSignature]) expect(seen).not.toContain(secret)
  })

  test('advances and sets the clock', async () => {
    await page.getByRole('button', { name: '+ 1 day' }).click()
    await page.waitForFunction(
      () => Date.parse(document.querySelector('.clock')?.textContent ?? '') > Date.now() + 8e7,
    )
    await page.getByLabel('Set to (UTC)').fill('2030-01-02T03:04:05')
    await page.getByRole('button', { name: 'Set', exact: true }).click()
    await page.getByText('2030-01-02 03:04').waitFor()

    expect(new Date(server.emulator.clock.nowMs()).getUTCFullYear()).toBe(2030)
  })

  test('adds and removes a fault', async () => {
    await page.getByLabel('Effect').selectOption('throttle for 10 s')
    await page.getByLabel('requests to').selectOption('base')
    await page.getByRole('button', { name: 'Add' }).click()
    await page.getByText('Next request to base: throttle for 10 s').waitFor()
    expect(server.emulator.faults.list()).toMatchObject([
      { endpoint: 'base', throttle: { retryAfterSeconds: 10 } },
    ])

    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('No faults.').waitFor()
  })

  test('shortens a long file name and shows it as a title', async () => {
    const name = `${'photo '.repeat(50)}.txt`
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from('hi') }
    await page.getByLabel('Upload without a signature').setInputFiles([file])
    const link = page.locator('a.name')
    await link.waitFor()

    expect(await link.getAttribute('title')).toBe(name)
    const height = await link.evaluate((element) => element.getBoundingClientRect().height)
    expect(height).toBeLessThan(60)
  })

  test('asks before it resets everything', async () => {
    server.emulator.faults.add({ status: 503 })
    const questions: string[] = []
    page.on('dialog', (dialog) => {
      questions.push(dialog.message())
      void (questions.length === 1 ? dialog.dismiss() : dialog.accept())
    })
    const button = page.getByRole('button', { name: 'Reset everything' })
    await button.click()
    expect(server.emulator.faults.list()).toHaveLength(1)
    await button.click()
    await page.getByText('No faults.').waitFor()

    expect(questions[0]).toContain('Remove all files')
    expect(server.emulator.faults.list()).toEqual([])
  })

  test('reports a stopped emulator, and updates when it is started again', async () => {
    const port = Number(new URL(server.url).port)
    await server.close()
    await page.getByRole('status').getByText('The emulator is not running').waitFor()
    await page.getByRole('button', { name: '+ 1 day' }).click()
    server = await startEmulator({ port, projects: [demoProject] })
    server.emulator.faults.add({ status: 503 })
    await page.getByText('respond with 503').nth(1).waitFor()

    expect(await page.getByRole('status').textContent()).toBe('')
    // Chromium logs failed connections to its console.
    errors.splice(0)
  })

  test('is where the root of the server leads', async () => {
    await page.goto(server.url)
    await page.getByRole('heading', { name: 'Upload API emulator' }).waitFor()

    expect(new URL(page.url()).pathname).toBe('/_emulator/')
  })

  test('fits a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.locator('summary').click()
    await post({ signature: '0'.repeat(64), expire: '9454903856' })
    await page.getByText('SignatureInvalidError').waitFor()

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
