import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, test } from 'vitest'
import { PUBLIC_KEY, signed } from '../test/demo-project.js'
import type { FileUploaderPage, UploaderSetup } from '../test/official/file-uploader-page.js'
import { useOfficialPage } from './use-official-page.js'

declare const page: FileUploaderPage

const MEBIBYTE = 1024 * 1024

describeInChromium('file-uploader', () => {
  const stage = useOfficialPage('file-uploader-page.ts')

  async function open(
    attributes: Readonly<Record<string, string>>,
    resolved?: UploaderSetup['resolved'],
  ): Promise<void> {
    const setup = {
      attributes: {
        pubkey: PUBLIC_KEY,
        'base-url': stage.server.url,
        'cdn-cname': stage.server.url,
        'quality-insights': 'false',
        ...attributes,
      },
      ...(resolved && { resolved }),
    }
    await stage.tab.evaluate((given) => {
      page.open(given)
    }, setup)
  }
  const attributesOf = (token: Awaited<ReturnType<typeof signed>>): Record<string, string> => ({
    'secure-signature': token.secureSignature,
    'secure-expire': token.secureExpire,
  })
  const addFiles = async (...sizesBytes: number[]): Promise<void> => {
    await stage.tab.evaluate((sizes) => {
      for (const [index, sizeBytes] of sizes.entries()) page.addFile(`file ${index}.txt`, sizeBytes)
    }, sizesBytes)
  }
  const upload = async (): ReturnType<FileUploaderPage['upload']> =>
    stage.tab.evaluate(async () => page.upload())

  test('uploads local files, small and large, with a static signature', async () => {
    await open({ ...attributesOf(await signed(600)), 'multipart-min-file-size': String(10 * MEBIBYTE) })
    await addFiles(10, 20, 11 * MEBIBYTE)

    expect((await upload()).statuses).toEqual(['success', 'success', 'success'])
    expect(stage.server.emulator.journal.entries('part')).toHaveLength(3)
  })

  test('uploads from a URL', async () => {
    await open(attributesOf(await signed(600)))
    await stage.tab.evaluate((url) => {
      page.addUrl(url)
    }, stage.source.url)

    expect(await upload()).toMatchObject({ statuses: ['success'], names: ['cat.txt'] })
  })

  test('creates a group of the uploaded files', async () => {
    await open({ ...attributesOf(await signed(600)), 'group-output': 'true' })
    await addFiles(10, 20)

    expect(await upload()).toMatchObject({ statuses: ['success', 'success'], groupCount: 2 })
    expect(stage.server.emulator.journal.entries('group')[0]).toMatchObject({ verdict: { valid: true } })
  })

  test('shows that a static signature is expired', async () => {
    await open(attributesOf(await signed(60)))
    stage.server.emulator.clock.advanceMs(120_000)
    await addFiles(10)

    expect(await upload()).toMatchObject({ statuses: ['failed'], errors: ['Expired signature.'] })
  })

  test('uses the signature of a resolver', async () => {
    await open({}, await signed(3600))
    await addFiles(10)

    expect((await upload()).statuses).toEqual(['success'])
    expect(stage.server.emulator.journal.entries('base')[0]).toMatchObject({ credential: 'signature' })
  })

  test('shows that a signature is required', async () => {
    await open({})
    await addFiles(10)

    expect(await upload()).toMatchObject({ statuses: ['failed'], errors: ["'signature' is required."] })
  })

  test('needs no signature while secure uploading is off', async () => {
    stage.server.emulator.projects.update(PUBLIC_KEY, { secureUploading: false })
    await open({})
    await addFiles(10)

    expect((await upload()).statuses).toEqual(['success'])
  })

  test('cancels an upload that is under way', async () => {
    stage.server.emulator.faults.add({ endpoint: 'base', until: new Promise(() => undefined) })
    await open(attributesOf(await signed(600)))
    await addFiles(10)
    void upload().catch(() => undefined)
    await stage.tab.evaluate(async () => page.started())
    await stage.tab.evaluate(() => {
      page.cancelAll()
    })

    expect(await stage.tab.evaluate(() => page.count())).toBe(0)
  })
})
