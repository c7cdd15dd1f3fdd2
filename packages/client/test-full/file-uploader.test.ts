import type { Fault } from '@secure-uploading/emulator'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import type { SecureToken } from '../src/token-source/index.js'
import { usePage } from '../test/chromium/use-page.js'

const FILES = 30

interface UploadApi {
  addFileFromObject(file: File): void
  uploadAll(): void
  getOutputCollectionState(): { successCount: number; failedCount: number }
}
interface UploaderPage extends Window {
  UC: { defineComponents(components: unknown): void }
}
type Config = HTMLElement & {
  secureUploadsSignatureResolver: () => Promise<SecureToken | null>
  secureUploadsExpireThreshold: number
}
type Provider = HTMLElement & { getAPI(): UploadApi }

describeInChromium('File Uploader', () => {
  const demo = usePage()

  /** Uploads files through the real File Uploader, and returns the number of requests to the token endpoint. */
  async function upload(resolver: 'ours' | 'as documented', clockErrorMs = 0): Promise<number> {
    const page = await demo.open(clockErrorMs)
    await page.addScriptTag({ url: '/file-uploader.js' })
    const before = demo.stage.issued
    await page.evaluate(
      ({ baseURL, kind, count }) => {
        const { UC } = window as unknown as UploaderPage
        UC.defineComponents(UC)
        document.body.innerHTML = `<uc-config ctx-name="t" pubkey="demopublickey" base-url="${baseURL}"
            cdn-cname="${baseURL}" quality-insights="false" multiple></uc-config>
          <uc-file-uploader-regular ctx-name="t"></uc-file-uploader-regular>
          <uc-upload-ctx-provider ctx-name="t"></uc-upload-ctx-provider>`
        const config = document.querySelector<Config>('uc-config')
        const api = document.querySelector<Provider>('uc-upload-ctx-provider')?.getAPI()
        if (!config || !api) throw new Error('File Uploader is not there')
        if (kind === 'ours') {
          const source = window.client.createTokenSource({ endpoint: '/api/upload-token' })
          config.secureUploadsSignatureResolver = source.signatureResolver
          config.secureUploadsExpireThreshold = Number.MAX_SAFE_INTEGER
        } else {
          config.secureUploadsSignatureResolver = async () => {
            const response = await fetch('/api/upload-token', { method: 'POST' })
            return (await response.json()) as SecureToken
          }
        }
        for (let index = 0; index < count; index++) {
          api.addFileFromObject(new File([`Hello ${String(index)}`], `${String(index)}.txt`))
        }
        api.uploadAll()
      },
      { baseURL: demo.stage.server.url, kind: resolver, count: FILES },
    )
    await page.waitForFunction(
      (count) =>
        document.querySelector<Provider>('uc-upload-ctx-provider')?.getAPI().getOutputCollectionState()
          .successCount === count,
      FILES,
      { timeout: 25_000 },
    )
    return demo.stage.issued - before
  }

  it('fetches at most two tokens for 30 concurrent files, where its documented resolver fetches one per file', async () => {
    demo.stage.expiresIn = 60
    const documented = await upload('as documented')
    const ours = await upload('ours')
    expect(ours).toBeLessThanOrEqual(2)
    expect(documented).toBeGreaterThan(10)
  })

  it.each<[string, Fault]>([
    ['a throttled request', { endpoint: 'base', throttle: { retryAfterSeconds: 1 } }],
    ['a lost connection', { endpoint: 'base', drop: 'request' }],
    ['a lost answer', { endpoint: 'base', drop: 'answer' }],
    ['an answer cut short', { endpoint: 'base', truncateAfterBytes: 5 }],
  ])('uploads all files after %s', async (_, fault) => {
    demo.stage.server.emulator.faults.add({ ...fault, times: 2 })
    await upload('ours')
    expect(demo.stage.server.emulator.faults.list()).toEqual([])
  })

  it.each([
    ['answers 503', [503, 503]],
    ['sends Retry-After', [429]],
    ['drops connections', ['drop', 'drop']],
  ] as const)('uploads when the token endpoint briefly %s', async (_, faults) => {
    demo.stage.endpointFaults = [...faults]
    expect(await upload('ours')).toBe(1)
    expect(demo.stage.endpointFaults).toEqual([])
  })

  it.each([86_400_000, -86_400_000])('uploads with a clock that is wrong by %i ms', async (clockErrorMs) => {
    demo.stage.expiresIn = 2
    await upload('ours', clockErrorMs)
    const refused = demo.stage.server.emulator.journal.entries().filter(({ errorCode }) => errorCode)
    expect(refused).toEqual([])
  })
})
