import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { beforeAll, describe, expect, it } from 'vitest'
import { installConsumer } from './consumer/install-consumer.js'
import { servePage } from './consumer/serve-page.js'
import { SIGNING_CODE } from './consumer/signing-code.js'

const project = installConsumer('browser')

/** Bundles a script for a page, like an app does, and returns the path of the bundle. */
async function bundle(script: string): Promise<string> {
  const outfile = path.join(project.folder, 'dist', script)
  const options = ['--bundle', '--minify', '--format=esm', '--platform=browser']
  await project.run('npx', '--no-install', 'esbuild', script, ...options, `--outfile=${outfile}`)
  return outfile
}

describe('an esbuild bundle', () => {
  it('contains no signing code when a page uses every client entry', async () => {
    expect(await readFile(await bundle('page.js'), 'utf8')).not.toMatch(SIGNING_CODE)
    expect(await readFile(await bundle('signing-page.js'), 'utf8')).toMatch(SIGNING_CODE)
  })

  it('is refused when a page imports a server package', async () => {
    await expect(bundle('backend-page.js')).rejects.toThrow(
      '@secure-uploading/express is for your backend, where the secret key is',
    )
  })
})

describeInChromium('a page bundled by esbuild', () => {
  let script: string
  beforeAll(async () => {
    script = await bundle('page.js')
  })

  it('uploads a small file and a multipart file', async () => {
    const served = await servePage(script)
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      await page.goto(served.url)
      const uploaded = await page.evaluate(`uploadTwoFiles('${served.emulatorUrl}')`)
      expect(uploaded).toEqual([
        { name: 'hello.txt', size: 11 },
        { name: 'large.bin', size: 10 * 1024 * 1024 },
      ])
    } finally {
      await browser.close()
      await served.close()
    }
  })
})
