import { describeInChromium } from '@secure-uploading/tooling/chromium'
import { expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'

describeInChromium('uploadSmallFiles in a page', () => {
  const demo = usePage()

  it('stores the bytes, names and types of many files with one preflight-free request for 25 of them', async () => {
    const page = await demo.open()
    const outcomes = await page.evaluate(async () => {
      const files = Array.from(
        { length: 50 },
        (_, index) =>
          new File([`content ${String(index)}`], `${String(index)} "ü".txt`, { type: 'text/plain' }),
      )
      const settled = await window.client.uploadSmallFiles(window.createClient(), files, { concurrency: 1 })
      return settled.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))
    })
    const { journal } = demo.stage.server.emulator
    const methods = journal.entries('base').map(({ method }) => method)
    expect(methods).toEqual(['POST', 'POST'])
    for (const [index, file] of outcomes.entries()) {
      expect(file).toMatchObject({ originalFilename: `${String(index)} %22ü%22.txt`, mimeType: 'text/plain' })
      const { uuid } = file as { uuid: string }
      expect(await (await fetch(`${demo.stage.server.url}/${uuid}/`)).text()).toBe(`content ${String(index)}`)
    }
  })

  it('repeats a request after a lost connection, a bare 429 and an error of the server', async () => {
    const page = await demo.open()
    const { faults, journal } = demo.stage.server.emulator
    faults.add({ endpoint: 'base', drop: 'request' })
    faults.add({ endpoint: 'base', status: 429 })
    faults.add({ endpoint: 'base', status: 503 })
    const [statuses, events] = await page.evaluate(async () => {
      const files = ['a', 'b', 'c'].map((name) => new File([name], name))
      const settled = await window.client.uploadSmallFiles(window.createClient(), files)
      return [
        settled.map(({ status }) => status),
        window.events.filter(({ type }) => type === 'retried'),
      ] as const
    })
    expect(statuses).toEqual(['fulfilled', 'fulfilled', 'fulfilled'])
    expect(events.map((event) => 'because' in event && event.because)).toEqual([
      'network',
      'throttled',
      'server',
    ])
    expect(journal.entries('base').filter(({ method }) => method === 'POST')).toHaveLength(4)
  })
})
