import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describeInChromium, launchChromium } from '@secure-uploading/tooling/chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createServer } from 'vite'
import { bundleWithEsbuildForAny, bundleWithEsbuildForBrowsers } from '../src/bundlers/esbuild.js'
import { bundleWithParcel } from '../src/bundlers/parcel.js'
import { bundleWithRollupDefaults, bundleWithRollupForBrowsers } from '../src/bundlers/rollup.js'
import { bundleWithVite, createViteRoot } from '../src/bundlers/vite.js'
import { bundleWithWebpack4, bundleWithWebpack5 } from '../src/bundlers/webpack.js'
import { createConsumer, type Consumer } from '../src/create-consumer.js'
import { installTools } from '../src/install-tools.js'
import { runNode } from '../src/run-program.js'
import { serveFolder } from '../src/serve-folder.js'
import { startServices, type Services } from '../src/start-services.js'

declare global {
  interface Window {
    upload: (environment: Services['environment']) => Promise<unknown[]>
    uploadWithQueue: (environment: Services['environment']) => Promise<unknown[]>
  }
}

let consumer: Consumer
let services: Services
let tools: NodeJS.Require

beforeAll(async () => {
  ;[consumer, services, tools] = await Promise.all([createConsumer(), startServices(), installTools()])
})
afterAll(async () => {
  await consumer.remove()
  await services.close()
})

describe('the packed client', () => {
  it('uploads in jest with jsdom', async () => {
    const config = {
      rootDir: consumer.folder,
      testMatch: ['**/upload.jest.cjs'],
      testEnvironment: tools.resolve('jest-environment-jsdom'),
      transform: {},
    }
    await writeFile(path.join(consumer.folder, 'jest.config.json'), JSON.stringify(config))
    const output = await runNode([tools.resolve('jest/bin/jest'), '--config', 'jest.config.json'], {
      cwd: consumer.folder,
      env: services.environment,
    })
    expect(output).toContain('1 passed')
  })
})

/** Uploads in the page at a URL. */
async function uploadAt(url: string): Promise<{ uploaded: unknown[]; queued: unknown[] }> {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage()
    await page.goto(url)
    await page.waitForFunction(() => 'uploadWithQueue' in window)
    const { environment } = services
    return {
      uploaded: await page.evaluate((each) => window.upload(each), environment),
      queued: await page.evaluate((each) => window.uploadWithQueue(each), environment),
    }
  } finally {
    await browser.close()
  }
}

const LARGE = 10 * 1024 * 1024
const EXPECTED = {
  uploaded: ['a.txt', 1, LARGE],
  queued: [
    ['uploaded', 'a.txt', 1],
    ['uploaded', 'b.bin', LARGE],
  ],
}

/** Whether a page has the module of the client that works everywhere, and not the one for browsers. */
async function hasCodeForNode(folder: string): Promise<boolean> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.js'))
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')))
  return texts.some((text) => text.includes('getBuiltinModule'))
}

describeInChromium('the packed client', () => {
  it.each([
    ['webpack 4', bundleWithWebpack4, false],
    ['webpack 5', bundleWithWebpack5, false],
    ['Parcel 2', bundleWithParcel, false],
    ['Rollup for browsers', bundleWithRollupForBrowsers, false],
    ['Rollup', bundleWithRollupDefaults, true],
    ['esbuild for browsers', bundleWithEsbuildForBrowsers, false],
    ['esbuild for no platform', bundleWithEsbuildForAny, true],
    ['Vite', bundleWithVite, false],
  ])('uploads in a page that %s bundled, also with the chunk of the queue', async (_, bundle, isForNode) => {
    const folder = await bundle(consumer.folder, tools)
    const page = await serveFolder(folder)
    try {
      expect(await uploadAt(page.url)).toEqual(EXPECTED)
    } finally {
      page.close()
    }
    expect(await hasCodeForNode(folder)).toBe(isForNode)
  })

  it('uploads in a page of the development server of Vite', async () => {
    const server = await createServer({
      root: await createViteRoot(consumer.folder),
      logLevel: 'silent',
      server: { host: '127.0.0.1', port: 0 },
    })
    try {
      await server.listen()
      expect(await uploadAt(server.resolvedUrls?.local[0] ?? '')).toEqual(EXPECTED)
    } finally {
      await server.close()
    }
  })
})
