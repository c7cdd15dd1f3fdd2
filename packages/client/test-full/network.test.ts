import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { uploadInPage, type UploadOutcome } from '../test/chromium/upload-in-page.js'
import { usePage } from '../test/chromium/use-page.js'
import { ACCEPTED, NETWORK_ENDPOINTS, NETWORK_FINAL, NETWORK_RETRIED } from '../test/gateway/network-rows.js'
import { RAW } from '../test/gateway/raw-answers.js'
import { startGateway, type Gateway, type GatewayAnswer } from '../test/gateway/start-gateway.js'

describeInChromium('an upload in Chromium over a broken network', () => {
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

  describe.each(NETWORK_ENDPOINTS)('whose request to %s', (endpoint, way) => {
    const isPart = endpoint === 'part'
    let usual: number
    beforeEach(async () => {
      expect((await upload(way)).error).toBeUndefined()
      usual = gateway.count(endpoint)
    })

    it('fails once for each reason, is repeated', async () => {
      for (const [row, answer, { apiOnly, isRepeatedByChromium }] of NETWORK_RETRIED) {
        if (isPart && apiOnly) continue
        gateway.reset()
        gateway.answerNext(endpoint, answer)
        const { retries, error } = await upload(way)
        expect(error, row).toBeUndefined()
        expect(gateway.count(endpoint), row).toBe(usual + 1)
        if (isRepeatedByChromium) expect(retries.length, row).toBeLessThanOrEqual(1)
        else expect(retries, row).toMatchObject([{ what: isPart ? 'multipart/part' : endpoint, attempt: 1 }])
      }
    })

    it('gets an unusual answer, succeeds without a retry', async () => {
      for (const [row, answer] of ACCEPTED) {
        gateway.reset()
        gateway.answerNext(endpoint, { status: 0, isForwarded: true, ...answer }, Infinity)
        expect(await upload(way), row).toEqual({ retries: [] })
        expect(gateway.count(endpoint), row).toBe(usual)
      }
    })

    it('gets an unusual answer that is final, fails after one attempt and names status and address', async () => {
      for (const [row, answer, message, options] of NETWORK_FINAL) {
        if (isPart && options?.apiOnly) continue
        gateway.reset()
        gateway.answerNext(endpoint, answer, Infinity)
        const { retries, error } = await upload(way)
        expect(error, row).toMatchObject({ code: 'ERR_UPLOAD_RESPONSE', status: answer.status })
        expect(String((error as { message: string }).message), row).toMatch(message)
        expect(retries, row).toEqual([])
      }
    })

    it('gets no complete answer, is canceled when the signal aborts', async () => {
      for (const answer of [RAW.silence, RAW.silenceAfterHeaders, RAW.slowBody]) {
        gateway.reset()
        await page.evaluate(() => {
          window.aborter = new AbortController()
        })
        const write: GatewayAnswer['write'] = (socket, request) => {
          answer.write(socket, request)
          void page.evaluate(() => {
            window.aborter?.abort()
          })
        }
        gateway.answerNext(endpoint, { status: 0, write }, Infinity)
        expect((await upload(way)).error).toMatchObject({ name: 'CancelError' })
      }
    })
  })

  it.each([301, 302, 307, 308])(
    'sends each part again to the target of a %i redirect, on the same origin and on another one',
    async (status) => {
      const ofEmulator = demo.stage.server.url
      for (const origin of ['', ofEmulator]) {
        gateway.reset()
        // The address is signed, so the target is the same one, or that of the emulator, which does not know the run.
        const redirected = new Set<string>()
        gateway.intercept = (path, _, { method, url = '' }) => {
          if (path !== 'part' || method !== 'PUT' || redirected.has(url)) return undefined
          redirected.add(url)
          const location = origin ? origin + url.replace(/^\/run-\d+/, '') : url
          return { status, headers: { location } }
        }
        expect(await upload('parts'), origin).toEqual({ retries: [] })
        // Both the redirect and its target on the gateway are counted.
        expect(gateway.count('part'), origin).toBe(origin === '' ? 6 : 3)
      }
    },
  )
})

declare global {
  interface Window {
    aborter?: AbortController
  }
}
