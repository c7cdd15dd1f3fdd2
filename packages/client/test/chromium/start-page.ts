import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { createSigner } from '@secure-uploading/core'
import { startEmulator, type EmulatorServer } from '@secure-uploading/emulator/node'
import { launchChromium } from '@secure-uploading/tooling/chromium'
import { build, type Plugin } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import type * as entry from './page-entry.js'

declare global {
  interface Window {
    client: typeof entry
    /** Creates a client for the emulator whose retries do not wait. */
    createClient: (settings?: Partial<entry.SecureUploadSettings>) => entry.SecureUploadClient
    events: entry.ClientEvent[]
    /** The queue that a test opened. */
    queue: ReturnType<typeof entry.createUploadQueue>
    /** A client that already has its token. */
    warm: entry.SecureUploadClient
  }
}

export interface TestPage {
  browser: Browser
  url: string
  server: EmulatorServer
  /** The lifetime of the next tokens, in seconds. */
  expiresIn: number
  readonly issued: number
  /** The next answers of the token endpoint instead of a token: a status, or a closed connection. */
  endpointFaults: (number | 'drop')[]
  /** Opens the page on a device whose clock is wrong by `clockErrorMs`. */
  open(clockErrorMs?: number): Promise<Page>
  close(): Promise<void>
}

const PUBLIC_KEY = 'demopublickey'
const SECRET_KEY = 'demosecretkey'

/** Replaces the platform as the field `browser` of package.json does in the published files. */
export const browserPlatform: Plugin = {
  name: 'browser-platform',
  setup(bundler) {
    const browser = path.join(import.meta.dirname, '../../src/platform/browser.ts')
    bundler.onResolve({ filter: /\/platform\/index\.js$/ }, () => ({ path: browser }))
  },
}

/** Starts a browser, an application with a page and a token endpoint, and an emulator on another origin. */
export async function startPage(): Promise<TestPage> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'page-entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'client',
    platform: 'browser',
    plugins: [browserPlatform],
  })
  const server = await startEmulator({
    projects: [{ publicKey: PUBLIC_KEY, secretKeys: [SECRET_KEY], secureUploading: true }],
  })
  const html = `<!doctype html><title>test</title><script>${outputFiles[0]?.text ?? ''}</script><script>
    window.events = []
    window.createClient = (settings) => {
      const onEvent = (event) => window.events.push(event)
      const clock = { setTimeout: (callback, delayMs) => setTimeout(callback, delayMs >= 10000 ? delayMs : 0) }
      const tokenSource = client.createTokenSource({ endpoint: '/api/upload-token', clock, onEvent })
      return new client.SecureUploadClient({ tokenSource, baseURL: '${server.url}', onEvent, ...settings })
    }
  </script>`
  const browser = await launchChromium()
  let issued = 0
  const app = createServer((request, response) => {
    void (async () => {
      if (request.url === '/file-uploader.js') {
        const file = createRequire(import.meta.url).resolve(
          '@uploadcare/file-uploader/web/file-uploader.iife.min.js',
        )
        response.setHeader('content-type', 'text/javascript').end(await readFile(file))
        return
      }
      if (request.url !== '/api/upload-token') {
        response.setHeader('content-type', 'text/html').end(html)
        return
      }
      const fault = page.endpointFaults.shift()
      if (fault !== undefined) {
        if (fault === 'drop') request.socket.destroy()
        else response.writeHead(fault, { 'retry-after': '1' }).end()
        return
      }
      issued++
      const { expiresIn } = page
      const now = (): number => server.emulator.clock.nowMs()
      const token = await createSigner({ secretKey: SECRET_KEY, now }).sign({ expiresIn })
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ publicKey: PUBLIC_KEY, ...token, expiresIn }))
    })()
  }).listen(0, '127.0.0.1')
  await once(app, 'listening')

  const page: TestPage = {
    browser,
    server,
    url: `http://127.0.0.1:${String((app.address() as AddressInfo).port)}/`,
    expiresIn: 60,
    endpointFaults: [],
    get issued() {
      return issued
    },
    async open(clockErrorMs = 0) {
      const context = await browser.newContext()
      await context.addInitScript(setClockWrong, clockErrorMs)
      const opened = await context.newPage()
      await opened.goto(page.url)
      return opened
    },
    async close() {
      await browser.close()
      app.closeAllConnections()
      app.close()
      await server.close()
    },
  }
  return page
}

/** Runs in the page before its scripts, so it cannot use this module. */
function setClockWrong(byMs: number): void {
  const right = Date
  const now = (): number => right.now() + byMs
  window.Date = new Proxy(Date, {
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
    construct: (target, given: unknown[]) =>
      Reflect.construct(target, given.length > 0 ? given : [now()]) as object,
  })
}
