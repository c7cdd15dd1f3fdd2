import { launchChromium } from '@secure-uploading/tooling/chromium'
import { startPage } from '../browser/start-page.mjs'
import { compareRounds } from '../compare-rounds.mjs'
import { IS_QUICK } from '../effort.mjs'
import { startDelayedLine } from '../start-delayed-line.mjs'
import { startEmulatorProcess } from '../start-emulator-process.mjs'

const SMALL = { label: '100 files of 10 KiB', files: { count: 100, bytes: 10 * 1024 } }
const LARGE = { label: 'one file of 64 MiB', files: { count: 1, bytes: 64 * 1024 * 1024 } }

/** Compares uploads from a page in Chromium over a line with a round trip of 50 ms. */
export async function bench() {
  const [emulator, page, browser] = await Promise.all([startEmulatorProcess(), startPage(), launchChromium()])
  const rows = []
  try {
    for (const version of ['1.1', '2']) {
      const line = await startDelayedLine(emulator.url, version)
      for (const { label, files } of IS_QUICK ? [SMALL] : [SMALL, LARGE]) {
        for (const hasProgress of IS_QUICK ? [false] : [false, true]) {
          const name = `Chromium, HTTP/${version}, ${label}${hasProgress ? ' with onProgress' : ''}`
          console.error(`  ${name}`)
          const ratioOf = await compareRounds({
            measure: contenders({ emulator, page, browser, baseURL: line.url, files, hasProgress }),
          })
          rows.push({ name: `${name}: ours vs. UploadClient`, ...ratioOf('ours', 'theirs') })
          rows.push({ name: `${name}: ours vs. fetch`, ...ratioOf('ours', 'fetch') })
          rows.push({ name: `${name}: UploadClient vs. fetch`, ...ratioOf('theirs', 'fetch') })
          if (files.count === 1 || IS_QUICK) continue
          rows.push({ name: `${name}: uploadSmallFiles vs. uploadFiles`, ...ratioOf('together', 'ours') })
          rows.push({
            name: `${name}: uploadSmallFiles vs. uploadFiles, info: false`,
            ...ratioOf('togetherWithoutInfo', 'ours'),
          })
        }
      }
      line.close()
    }
    return rows
  } finally {
    await browser.close()
    page.close()
    emulator.close()
  }
}

/** Measures each contender in a new browser context, which has no open connection and no cached preflight. */
function contenders({ emulator, page, browser, ...options }) {
  const measure = async (contender) => {
    const context = await browser.newContext({ ignoreHTTPSErrors: true })
    const tab = await context.newPage()
    await tab.goto(page.url)
    const signature = await page.createSignature()
    const durationMs = await tab.evaluate(
      ([name, given]) => window.measure(name, given),
      [contender, { ...options, signature }],
    )
    await context.close()
    await emulator.reset()
    return durationMs
  }
  const names = [
    'ours',
    'theirs',
    'fetch',
    ...(options.files.count > 1 && !IS_QUICK ? ['together', 'togetherWithoutInfo'] : []),
  ]
  return Object.fromEntries(names.map((name) => [name, () => measure(name)]))
}
