import path from 'node:path'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

const POLLED = { timeout: 20_000 }

/** The files of the page, which a deploy may have replaced. */
interface Network {
  isChunkMissing: boolean
}

describeInChromium('a page whose chunks cannot be loaded', () => {
  const demo = usePage()
  const files = new Map<string, string>()
  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [path.join(import.meta.dirname, '../src/queue/index.ts')],
      bundle: true,
      splitting: true,
      write: false,
      format: 'esm',
      platform: 'browser',
      outdir: '/split',
      chunkNames: 'chunk-[hash]',
    })
    for (const { path: name, text } of outputFiles) files.set(path.basename(name), text)
  })

  /** Opens a page that imports the queue as its bundler splits it. */
  async function open(): Promise<{
    page: Page
    network: Network
    openQueue: (owner: string) => Promise<void>
  }> {
    const page = await demo.open()
    const network = { isChunkMissing: false }
    await page.route('**/split/*', async (route) => {
      const name = path.basename(route.request().url())
      const body = files.get(name)
      const isMissing = network.isChunkMissing && name !== 'index.js' && isDynamic(name)
      if (isMissing || body === undefined) await route.fulfill({ status: 404 })
      else await route.fulfill({ contentType: 'text/javascript', body })
    })
    const openQueue = async (owner: string): Promise<void> => {
      // As text, because vitest would replace the import.
      await page.evaluate(
        `import('/split/index.js').then((split) => (window.client = { ...window.client, ...split }))`,
      )
      await page.evaluate((ofUser) => {
        window.warm = window.createClient()
        window.queue = window.client.createUploadQueue({
          client: window.warm,
          owner: ofUser,
          autoStart: false,
        })
      }, owner)
    }
    return { page, network, openQueue }
  }

  /** Whether the queue imports a chunk on demand only. */
  const isDynamic = (name: string): boolean => !(files.get('index.js') ?? '').includes(`from "./${name}"`)

  const add = (page: Page, name: string): Promise<void> =>
    page.evaluate((fileName) => {
      window.queue.add([new File(['private'], fileName, { lastModified: 1 })])
    }, name)
  const databases = (page: Page): Promise<(string | undefined)[]> =>
    page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))
  const restore = (page: Page): Promise<string[]> =>
    page.evaluate(async () => (await window.queue.restore()).map(({ name }) => name))

  /** Leaves a stored file of a user, as a page that is reloaded. */
  async function leaveFile(page: Page, openQueue: (owner: string) => Promise<void>): Promise<void> {
    await openQueue('ann')
    await add(page, 'private.txt')
    await expect.poll(() => databases(page), POLLED).toEqual(['secure-uploading'])
    await page.reload()
  }

  it('deletes the files of a user who signs out', async () => {
    const { page, network, openQueue } = await open()
    await leaveFile(page, openQueue)
    network.isChunkMissing = true
    await openQueue('ann')
    expect(await restore(page)).toEqual([])
    await page.evaluate(() => {
      void window.queue.session
      window.warm.tokenSource.clear()
    })
    await expect.poll(() => databases(page), POLLED).toEqual([])

    network.isChunkMissing = false
    await page.reload()
    await openQueue('ann')
    expect(await restore(page)).toEqual([])
  })

  it('shows another user nothing, and restores the files of the user at the next page', async () => {
    const { page, network, openQueue } = await open()
    await leaveFile(page, openQueue)
    network.isChunkMissing = true
    await openQueue('bob')
    expect(await restore(page)).toEqual([])
    await page.reload()
    network.isChunkMissing = false
    await openQueue('ann')
    expect(await restore(page)).toEqual(['private.txt'])
  })

  it('uploads files of any size, and stores files again after a reload', async () => {
    const { page, network, openQueue } = await open()
    network.isChunkMissing = true
    await openQueue('ann')
    const uploaded = await page.evaluate(async () => {
      window.queue.add([
        new File(['small'], 'small.txt'),
        new File([new Uint8Array(11_000_000)], 'large.bin'),
      ])
      window.queue.start()
      return (await window.queue.settled()).map(({ name, status }) => `${name} ${status}`)
    })
    expect(uploaded).toEqual(['small.txt uploaded', 'large.bin uploaded'])
    expect(await databases(page)).toEqual([])
    // Chromium repeats the failure of an import until the page is reloaded.
    network.isChunkMissing = false
    await page.reload()
    await openQueue('ann')
    await add(page, 'a.txt')
    await expect.poll(() => databases(page), POLLED).toEqual(['secure-uploading'])
  })
})
