import path from 'node:path'
import {
  openDemoInChromium,
  testLook,
  testManyFiles,
  testSignOut,
  testUploadList,
  testUploadPage,
} from '@secure-uploading/demo-kit/testing'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { startDemo } from '../src/server/start-demo.js'
import { textFile } from '../test/demo/sample-files.js'
import { useDemo } from '../test/demo/use-demo.js'

const pageFolder = path.resolve(import.meta.dirname, '../dist/page')

describeInChromium('the upload page', () => {
  const demo = openDemoInChromium(async () =>
    startDemo({
      ...{ port: 0, emulatorPort: 0, uploadcareKeys: undefined, tokenSeconds: 3, pageFolder },
      ...{ tokensPerMinute: 1000, redisUrl: undefined, trustProxy: false },
      ...{ receiptSecret: 'a receipt secret of a test', webhookSecret: undefined },
    }),
  )
  testUploadPage(demo)
  testSignOut(demo)
  testUploadList(demo)
  testManyFiles(demo)
  testLook(demo)
})

describeInChromium('the layout of the page', () => {
  const demo = useDemo()

  it('fits a screen of 360 px with long file names', async () => {
    const { page, pick, untilTotals } = await demo.open({ viewport: { width: 360, height: 740 } })
    await pick(textFile(`${'long-'.repeat(40)}name.txt`), textFile(`${'word '.repeat(30)}end.markdown`))
    await untilTotals('2 of 2 uploaded')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
  })
})
