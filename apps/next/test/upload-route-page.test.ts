import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { openDemo } from './open-demo'

const ONE_PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const pngFile = (name: string, buffer = ONE_PIXEL) => ({ name, mimeType: 'image/png', buffer })

describeInChromium('the page with the upload route', () => {
  const demo = openDemo()
  const uploadRequests = () => demo.emulator.journal.entries('base')

  async function openPage() {
    const page = await demo.newSignedInPage()
    await page.getByRole('link', { name: 'Upload route' }).click()
    await page.getByRole('heading', { name: 'No avatar yet' }).waitFor()
    return { page, input: page.locator('input[type=file]') }
  }

  it('shows the avatar at the address that the server returned, with its owner and detected type', async () => {
    const { page, input } = await openPage()
    await input.setInputFiles(pngFile('me.png'))
    await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()
    await page.getByText('image/png, accepted by the server').waitFor()
    const image = page.getByRole('img', { name: 'Avatar of Ada Lovelace' })
    await expect.poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBe(1)
  })

  it('rejects a file of another type and a large one before a byte is sent, and says why', async () => {
    const { page, input } = await openPage()
    await input.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('notes') })
    await page.getByRole('listitem').getByText('only image/* is accepted').waitFor()
    await input.setInputFiles(pngFile('large.png', Buffer.alloc(1_000_001)))
    await page.getByRole('listitem').getByText('at most 1 MB are accepted').waitFor()
    await page.getByRole('heading', { name: '0 of 2 uploaded, 2 rejected' }).waitFor()
    expect(uploadRequests()).toEqual([])
  })

  it('shows the reason when the server finds that the content is no image', async () => {
    const { page, input } = await openPage()
    await input.setInputFiles(pngFile('text.png', Buffer.from('only text')))
    await expect.poll(() => uploadRequests().length).toBe(1)
    await page.getByRole('heading', { name: /^0 of 1 uploaded, 1 (failed|rejected)$/ }).waitFor()
    expect(await page.getByRole('heading', { name: 'No avatar yet' }).isVisible()).toBe(true)
  })

  it('forgets the avatar and its list on sign-out', async () => {
    const { page, input } = await openPage()
    await input.setInputFiles(pngFile('me.png'))
    await page.getByRole('heading', { name: 'Ada Lovelace' }).waitFor()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in as Ada Lovelace' }).click()
    await page.getByRole('heading', { name: 'No avatar yet' }).waitFor()
    expect(await page.getByRole('listitem').count()).toBe(0)
  })
})
