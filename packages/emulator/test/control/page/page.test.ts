import { beforeEach, describe, expect, it } from 'vitest'
import { createEmulator } from '../../../src/index.js'
import { demoProject, PUBLIC_KEY, signed } from '../../demo-project.js'
import { imageBytes } from '../../image/images.js'
import { postForm } from '../../post-form.js'

const emulator = createEmulator({ projects: [demoProject] })
beforeEach(() => emulator.reset())

/** Returns the text of a section of the page. */
async function shownIn(part: 'faults' | 'files' | 'journal'): Promise<string> {
  const page = await (await emulator.fetch(new Request('http://127.0.0.1:7070/_emulator/'))).text()
  const [, html = ''] = page.split(`data-live="${part}"`)
  return html
    .slice(html.indexOf('>') + 1)
    .replace(/<\/section>.*/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

async function upload(name: string, content: BlobPart, type: string): Promise<void> {
  const fields = { UPLOADCARE_PUB_KEY: PUBLIC_KEY, UPLOADCARE_STORE: '0', ...(await signed()) }
  const { secureSignature: signature, secureExpire: expire, ...others } = fields
  await postForm(emulator, '/base/', {
    ...others,
    signature,
    expire,
    file: new File([content], name, { type }),
  })
}

describe('the page', () => {
  it('shows empty sections before the first request', async () => {
    expect(await shownIn('faults')).toBe('No faults.')
    expect(await shownIn('files')).toBe('No files yet.')
    expect(await shownIn('journal')).toBe('No requests yet.')
  })

  it('shows pending faults, named as in the form where possible', async () => {
    emulator.faults.add({ status: 503 })
    emulator.faults.add({ drop: 'answer', times: 3, endpoint: 'base' })
    emulator.faults.add({ latencyMs: 5, times: Infinity, endpoint: ['base', 'part'], skip: 1 })
    expect(await shownIn('faults')).toBe(
      [
        'Next request to any endpoint: respond with 503 Remove',
        'Next 3 requests to base: drop the response Remove',
        'All requests to base,part: {&quot;latencyMs&quot;:5} Remove',
      ].join(' '),
    )
  })

  it('shows the files, newest first, with previews of images', async () => {
    await upload('notes.txt', 'hello', 'text/plain')
    await upload('README', 'hello', 'application/octet-stream')
    await upload('photo.png', imageBytes('png'), 'image/png')
    expect(await shownIn('files')).toMatch(
      /^photo\.png \d+ bytes · image\/png · 20 × 10 · not stored Delete FILE README 5 bytes · \S+ · not stored Delete TXT notes\.txt 5 bytes · text\/plain · not stored Delete$/,
    )
  })

  it('shows sixty files and the number of older ones', async () => {
    for (let number = 0; number < 62; number++) await upload(`${String(number)}.txt`, 'x', 'text/plain')
    const shown = await shownIn('files')
    expect(shown).toMatch(/^TXT 61\.txt /)
    expect(shown).toMatch(/ TXT 2\.txt .* And 2 older files\.$/)
  })

  it('shows the credential, the response and the reason of each request', async () => {
    const file = new File(['x'], 'x.txt')
    await upload('notes.txt', 'hello', 'text/plain')
    await postForm(emulator, '/base/', { UPLOADCARE_PUB_KEY: PUBLIC_KEY, file })
    emulator.faults.add({ endpoint: 'base', drop: 'request' })
    await postForm(emulator, '/base/', { UPLOADCARE_PUB_KEY: PUBLIC_KEY, file }).catch(() => undefined)

    const shown = await shownIn('journal')
    expect(shown).toMatch(/POST \/base\/ demopublickey signature [0-9a-f]{8}…, expires \d+ 200/)
    expect(shown).toMatch(
      /POST \/base\/ demopublickey – 400 SignatureRequiredError .*signature.* is required\./,
    )
    expect(shown).toMatch(/POST \/base\/ – – dropped Fault: drop\./)
  })
})
