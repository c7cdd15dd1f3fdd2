import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { uploadInPage, type UploadOutcome } from '../test/chromium/upload-in-page.js'
import { usePage } from '../test/chromium/use-page.js'
import { FINAL, RETRIED } from '../test/gateway/rows.js'
import { startGateway, type Gateway } from '../test/gateway/start-gateway.js'
import { WAYS } from '../test/gateway/ways.js'

const ENDPOINTS = ['base', 'info', 'group', 'multipart/start', 'part', 'multipart/complete']

describeInChromium('an upload in Chromium', () => {
  const demo = usePage()
  let gateway: Gateway
  let page: Page
  beforeAll(async () => {
    gateway = await startGateway(demo.stage.server.url)
  })
  beforeEach(async () => {
    gateway.reset()
    page = await demo.open()
  })
  afterAll(() => gateway.close())

  const upload = (way: string): Promise<UploadOutcome> => uploadInPage(page, gateway.url, way)

  describe.each(WAYS)('by $name', ({ name, endpoints }) => {
    it('repeats each request after each answer that may be transient', async () => {
      expect((await upload(name)).error).toBeUndefined()
      const counts = Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint, gateway.count(endpoint)]))
      for (const endpoint of endpoints) {
        for (const [row, answer, { apiOnly }] of RETRIED) {
          const isPart = endpoint === 'part'
          // upload-client's browser build hides the body of an error status, so only parts show the codes of S3.
          if ((isPart && apiOnly) || (!isPart && row.includes('of S3') && answer.status < 500)) continue
          gateway.reset()
          gateway.answerNext(endpoint, answer)
          const { retries, error } = await upload(name)
          const where = `${endpoint}: ${row}`
          expect(error, where).toBeUndefined()
          expect(gateway.count(endpoint), where).toBe((counts[endpoint] ?? 0) + 1)
          // Chromium itself repeats a request after a 408 on a connection that was used before, and a GET after a 425.
          if (answer.status === 408 || (answer.status === 425 && endpoint === 'info')) continue
          expect(retries, where).toMatchObject([{ what: isPart ? 'multipart/part' : endpoint, attempt: 1 }])
        }
      }
    })

    it('fails after one attempt for each answer that is final, and names status and address', async () => {
      for (const endpoint of endpoints) {
        for (const [row, answer, message, options] of FINAL) {
          if (row.includes('S3') || (endpoint === 'part' && options?.apiOnly)) continue
          gateway.reset()
          gateway.answerNext(endpoint, answer, Infinity)
          const { retries, error } = await upload(name)
          const where = `${endpoint}: ${row}`
          expect(error, where).toMatchObject({ code: 'ERR_UPLOAD_RESPONSE', status: answer.status })
          expect(String((error as { message: string }).message), where).toMatch(message)
          expect(retries, where).toEqual([])
        }
      }
    })
  })

  it('sends a part again at most twice after a bare 400', async () => {
    gateway.answerNext('part', { status: 400 }, 2)
    expect((await upload('parts')).error).toBeUndefined()
    gateway.reset()
    gateway.answerNext('part', { status: 400 }, Infinity)
    const { retries, error } = await upload('parts')
    expect(error).toMatchObject({ status: 400 })
    expect(Math.max(...retries.map((event) => (event as { attempt: number }).attempt))).toBe(2)
  })
})
