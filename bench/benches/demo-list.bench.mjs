import { launchChromium } from '@secure-uploading/tooling/chromium'
import { compareRounds } from '../compare-rounds.mjs'
import { startDemoProcess } from '../start-demo-process.mjs'

const MANY = 10_000
const FEW = 500
const FRAMES = 60
// About 100 files of 2 kB a second, so that both lists are uploading while they are measured.
const LINE = { offline: false, latency: 100, downloadThroughput: 1_000_000, uploadThroughput: 200_000 }

/** Compares the list of the Express demo with many and with few files, while it is scrolled and files are uploaded. */
export async function bench() {
  const [demo, browser] = await Promise.all([startDemoProcess(), launchChromium()])
  const samples = { [MANY]: [], [FEW]: [] }
  const measure = async (count) => {
    const sample = await measureList(browser, demo.url, count)
    samples[count].push(sample)
    return sample.frameMs
  }
  try {
    console.error(`  frames of a list of ${MANY} files`)
    const ratioOf = await compareRounds({ measure: { many: () => measure(MANY), few: () => measure(FEW) } })
    for (const [count, all] of Object.entries(samples)) console.error(`    ${count} files: ${describe(all)}`)
    return [
      { name: `time per frame of the demo's list: ${MANY} vs. ${FEW} files`, ...ratioOf('many', 'few') },
    ]
  } finally {
    await browser.close()
    demo.close()
  }
}

/** Measures a list in a new browser context, which has no stored uploads. */
async function measureList(browser, url, count) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const devTools = await context.newCDPSession(page)
  await page.goto(url)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('button', { name: 'Choose files' }).waitFor()
  const emptyMegabytes = await heapMegabytes(devTools)
  await devTools.send('Network.enable')
  await devTools.send('Network.emulateNetworkConditions', LINE)
  const addMs = await page.evaluate(addFiles, count)
  await page.getByRole('heading', { name: new RegExp(`\\d+ of ${count} uploaded`) }).waitFor()
  const frames = await page.evaluate(scrollFrames, FRAMES)
  const heapMB = (await heapMegabytes(devTools)) - emptyMegabytes
  if (await page.getByText(`${count} of ${count} uploaded`).isVisible())
    throw new Error(`The upload of ${count} files ended during the measurement`)
  await context.close()
  return { ...frames, addMs, heapMB }
}

/** Adds files as the file dialog does. Runs in the page, and returns how long the page was blocked. */
function addFiles(count) {
  const transfer = new DataTransfer()
  const text = 'x'.repeat(2000)
  for (let index = 1; index <= count; index++) transfer.items.add(new File([text], `file-${index}.txt`))
  const input = document.querySelector('input[type=file]')
  input.files = transfer.files
  const startedAtMs = performance.now()
  input.dispatchEvent(new Event('change', { bubbles: true }))
  return performance.now() - startedAtMs
}

/** Scrolls the list by a row in each frame. Runs in the page, and returns the average and the longest time of a frame. */
async function scrollFrames(count) {
  const scroller = document.querySelector('[role=group][aria-label=Files]')
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const times = [await nextFrame()]
  while (times.length <= count) {
    scroller.scrollTop += 66
    times.push(await nextFrame())
  }
  const durations = times.slice(1).map((time, index) => time - times[index])
  return { frameMs: (times.at(-1) - times[0]) / count, longestMs: Math.max(...durations) }
}

async function heapMegabytes(devTools) {
  await devTools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devTools.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}

function describe(samples) {
  const median = (name) => samples.map((sample) => sample[name]).sort((a, b) => a - b)[samples.length >> 1]
  return [
    `${(1000 / median('frameMs')).toFixed(0)} frames a second`,
    `longest frame ${median('longestMs').toFixed(0)} ms`,
    `added in ${median('addMs').toFixed(0)} ms`,
    `${median('heapMB').toFixed(1)} MB of heap`,
  ].join(', ')
}
