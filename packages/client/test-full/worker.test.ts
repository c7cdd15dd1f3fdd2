import path from 'node:path'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { build } from 'esbuild'
import { expect, it } from 'vitest'
import { browserPlatform } from '../test/chromium/start-page.js'
import { usePage } from '../test/chromium/use-page.js'

/** Bundles the code of a worker as an app does. */
async function bundle(prelude: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `${prelude}
        self.onmessage = async ({ data: { baseURL, endpoint } }) => {
          try {
            const { SecureUploadClient } = await import('../src/index.ts')
            const client = new SecureUploadClient({ baseURL, tokenEndpoint: endpoint })
            const sizes = []
            for (const bytes of [5, 11 * 1024 * 1024]) {
              sizes.push((await client.uploadFile(new Blob([new Uint8Array(bytes)]))).size)
            }
            self.postMessage(sizes)
          } catch (error) {
            self.postMessage(String(error))
          }
        }`,
      resolveDir: path.join(import.meta.dirname),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    plugins: [browserPlatform],
  })
  return outputFiles[0]?.text ?? ''
}

describeInChromium('SecureUploadClient in a web worker', () => {
  const demo = usePage()

  const run = async (prelude: string): Promise<unknown> => {
    const page = await demo.open()
    const options = { baseURL: demo.stage.server.url, endpoint: `${demo.stage.url}api/upload-token` }
    return page.evaluate(
      ([code, message]) =>
        new Promise((resolve) => {
          const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
          worker.onmessage = ({ data }: MessageEvent<unknown>) => {
            resolve(data)
          }
          worker.postMessage(message)
        }),
      [await bundle(prelude), options] as const,
    )
  }

  it('uploads after "window" was set, as the README says', async () => {
    expect(await run('self.window = self')).toEqual([5, 11 * 1024 * 1024])
  })

  it('cannot be loaded otherwise, because upload-client requires a window', async () => {
    expect(await run('')).toBe('ReferenceError: window is not defined')
  })
})
