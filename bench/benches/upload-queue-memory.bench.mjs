import path from 'node:path'
import { launchChromium } from '@secure-uploading/tooling/chromium'
import { build } from 'esbuild'
import { compareRounds } from '../compare-rounds.mjs'
import { IS_QUICK } from '../effort.mjs'

const FILES = 10_000

/** Compares the JavaScript heap that a queue takes in Chromium with that of plain objects, both without the files. */
export async function bench() {
  if (IS_QUICK) return []
  const [script, browser] = await Promise.all([bundlePage(), launchChromium()])
  const rows = []
  try {
    for (const [ours, theirs] of [
      ['queued', 'queuedObjects'],
      ['uploaded', 'uploadedObjects'],
    ]) {
      console.error(`  ${FILES} files, ${ours}, in Chromium`)
      const samples = { [ours]: [], [theirs]: [] }
      const measure = async (holder) => {
        const bytes = await measureHeap(browser, script, holder)
        samples[holder].push(bytes / FILES)
        return bytes
      }
      const ratioOf = await compareRounds({
        measure: { ours: () => measure(ours), theirs: () => measure(theirs) },
        rounds: 1,
      })
      console.error(`    ${describe(samples[ours])} in the queue, ${describe(samples[theirs])} as objects`)
      rows.push({
        name: `heap of ${FILES} ${ours} files in Chromium: createUploadQueue vs. an array of objects`,
        ...ratioOf('ours', 'theirs'),
      })
    }
    return rows
  } finally {
    await browser.close()
  }
}

/** Returns the bytes of the heap that were added, after the garbage was collected. */
async function measureHeap(browser, script, holder) {
  const context = await browser.newContext()
  const page = await context.newPage()
  const devTools = await context.newCDPSession(page)
  await page.addScriptTag({ content: script })
  await page.evaluate((count) => window.createFiles(count), FILES)
  const before = await heapBytes(devTools)
  await page.evaluate((name) => window.hold(name), holder)
  const bytes = (await heapBytes(devTools)) - before
  await context.close()
  return bytes
}

async function heapBytes(devTools) {
  await devTools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devTools.send('Runtime.getHeapUsage')
  return usedSize
}

async function bundlePage() {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, '../browser/memory-page.js')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    minify: true,
  })
  return outputFiles[0].text
}

function describe(samples) {
  const sorted = [...samples].sort((a, b) => a - b)
  return `${Math.round(sorted[Math.floor(sorted.length / 2)])} bytes for each file`
}
