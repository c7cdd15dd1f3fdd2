import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { launchChromium } from '@secure-uploading/tooling/chromium'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import type * as entry from '../../src/drop-zone/index.js'

declare global {
  interface Window {
    dropZone: typeof entry
    zone: entry.DropZone
    /** The session of the queue. */
    session: AbortController
    /** The names of the files of each call of `add`. */
    added: string[][]
    errors: string[]
  }
}

export interface OpenZone {
  page: Page
  /** The folder with the files that are dropped. */
  folder: string
  /** Drags files of this machine over an element, as the file manager does. Ends with a drop, or stays over it. */
  drag: (names: string[], selector: string, ending?: 'drop' | 'over') => Promise<void>
  added: () => Promise<string[][]>
}

/** Starts Chromium with a page that has a drop zone, and a folder with files to drop. */
export function useZone(): { open(options?: entry.DropZoneOptions): Promise<OpenZone> } {
  let browser: Browser
  let folder: string
  let script: string
  let pages: Page[] = []
  beforeAll(async () => {
    const { outputFiles } = await build({
      entryPoints: [path.join(import.meta.dirname, '../../src/drop-zone/index.ts')],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'dropZone',
    })
    script = outputFiles[0]?.text ?? ''
    browser = await launchChromium()
    folder = await mkdtemp(path.join(tmpdir(), 'drop-zone-'))
    await mkdir(path.join(folder, 'trip/day-1'), { recursive: true })
    for (const name of ['a.txt', 'b.heic', 'trip/c.txt', 'trip/.DS_Store', 'trip/day-1/d.txt']) {
      await writeFile(path.join(folder, name), name)
    }
  })
  afterEach(async () => {
    await Promise.all(pages.map((page) => page.context().close()))
    pages = []
  })
  afterAll(async () => {
    await browser.close()
    await rm(folder, { recursive: true })
  })

  return {
    async open(options = {}) {
      const page = await (await browser.newContext()).newPage()
      pages.push(page)
      await page.route('http://zone.test/', (route) =>
        route.fulfill({ contentType: 'text/html', body: `${PAGE}<script>${script}</script>` }),
      )
      await page.goto('http://zone.test/')
      await page.evaluate(startZone, options)
      const session = await page.context().newCDPSession(page)
      return {
        page,
        folder,
        added: () => page.evaluate(() => window.added),
        async drag(names, selector, ending = 'drop') {
          const box = await page.locator(selector).boundingBox()
          if (!box) throw new Error(`${selector} is not visible`)
          const data = {
            items: [],
            files: names.map((name) => path.join(folder, name)),
            dragOperationsMask: 1,
          }
          const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, data }
          await session.send('Input.dispatchDragEvent', { type: 'dragEnter', ...at })
          await session.send('Input.dispatchDragEvent', { type: 'dragOver', ...at })
          if (ending === 'drop') await session.send('Input.dispatchDragEvent', { type: 'drop', ...at })
        },
      }
    },
  }
}

const PAGE = `<!doctype html><title>drop zone</title><style>div, p { height: 80px; border: 1px solid }</style>
  <div id="zone"><span>Drop files here</span> <button>Other</button> <textarea></textarea></div><p id="outside">Outside</p>`

/** Runs in the page. */
function startZone(options: entry.DropZoneOptions): void {
  window.added = []
  window.errors = []
  window.session = new AbortController()
  const queue = {
    get session() {
      return window.session.signal
    },
    add: (files: Iterable<File>) => window.added.push(Array.from(files, ({ name }) => name)),
  }
  window.zone = window.dropZone.createDropZone(queue, {
    ...options,
    onError: (error) => window.errors.push(String(error)),
  })
  const element = document.querySelector<HTMLElement>('#zone')
  if (element) window.zone.attach(element)
}
