import { constants } from 'node:http2'
import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'
import { NETWORK_ENDPOINTS } from '../test/gateway/network-rows.js'
import {
  startHttp2Gateway,
  type Http2Effect,
  type Http2Gateway,
} from '../test/gateway/start-http2-gateway.js'

const closeWith =
  (code: number): Http2Effect =>
  (stream) => {
    stream.close(code)
  }
/** Announces that no further stream is served, nor this one, and closes the connection. */
const goAway =
  (code: number): Http2Effect =>
  ({ session }) => {
    session?.goaway(code, 0)
    session?.destroy()
  }
const headers = { ':status': 200, 'access-control-allow-origin': '*', 'content-length': 100 }
const thenClose =
  (text: string): Http2Effect =>
  (stream) => {
    stream.respond(headers)
    if (text) stream.write(text)
    setImmediate(() => {
      stream.close(constants.NGHTTP2_INTERNAL_ERROR)
    })
  }

const EFFECTS: [name: string, effect: Http2Effect][] = [
  ['RST_STREAM with INTERNAL_ERROR', closeWith(constants.NGHTTP2_INTERNAL_ERROR)],
  ['RST_STREAM with CANCEL', closeWith(constants.NGHTTP2_CANCEL)],
  ['RST_STREAM with ENHANCE_YOUR_CALM', closeWith(constants.NGHTTP2_ENHANCE_YOUR_CALM)],
  ['RST_STREAM with REFUSED_STREAM', closeWith(constants.NGHTTP2_REFUSED_STREAM)],
  ['RST_STREAM after the headers', thenClose('')],
  ['RST_STREAM in the middle of the body', thenClose('{"file":')],
  ['GOAWAY with NO_ERROR', goAway(constants.NGHTTP2_NO_ERROR)],
  ['GOAWAY with ENHANCE_YOUR_CALM', goAway(constants.NGHTTP2_ENHANCE_YOUR_CALM)],
  ['a lost connection', ({ session }) => session?.destroy()],
]

const ALWAYS = EFFECTS.filter(([name]) => /INTERNAL_ERROR|REFUSED|GOAWAY/.test(name))

describeInChromium('an upload in Chromium over HTTP/2', () => {
  const demo = usePage()
  let gateway: Http2Gateway
  let page: Page
  beforeAll(async () => {
    gateway = await startHttp2Gateway(demo.stage.server.url)
  })
  beforeEach(async () => {
    gateway.reset()
    const context = await demo.stage.browser.newContext({ ignoreHTTPSErrors: true })
    page = await context.newPage()
    await page.goto(demo.stage.url)
  })
  afterEach(() => page.context().close())
  afterAll(() => gateway.close())

  const upload = (way: string): Promise<{ retries: number; error?: string }> =>
    page.evaluate(
      async ({ name, baseURL }) => {
        window.events.length = 0
        const one = window.client.WAYS.find((each) => each.name === name)
        const failure = await one
          ?.upload(window.createClient({ baseURL, retryNetworkErrorMaxTimes: 2 }))
          .then(
            () => undefined,
            (reason: unknown) => String(reason),
          )
        const retries = window.events.filter(({ type }) => type === 'retried').length
        return { retries, ...(failure !== undefined && { error: failure }) }
      },
      { name: way, baseURL: gateway.url },
    )

  describe.each(NETWORK_ENDPOINTS)('whose request to %s', (endpoint, way) => {
    it('fails once at the level of HTTP/2, is repeated by Chromium or by the client', async () => {
      expect(await upload(way)).toEqual({ retries: 0 })
      const usual = gateway.count(endpoint)
      for (const [name, effect] of EFFECTS) {
        gateway.reset()
        gateway.failNext(endpoint, effect)
        const { retries, error } = await upload(way)
        expect(error, name).toBeUndefined()
        // A connection carries all parts.
        const mostRepeated = endpoint === 'part' ? usual : 1
        expect(gateway.count(endpoint) - usual, name).toBeGreaterThanOrEqual(1)
        expect(gateway.count(endpoint) - usual, name).toBeLessThanOrEqual(mostRepeated)
        expect(retries, name).toBeLessThanOrEqual(mostRepeated)
      }
    })

    it('always fails at the level of HTTP/2, ends the upload after its retries', async () => {
      expect(await upload(way)).toEqual({ retries: 0 })
      for (const [name, effect] of ALWAYS) {
        gateway.reset()
        gateway.failNext(endpoint, effect, Infinity)
        const { retries, error } = await upload(way)
        expect(error, name).toContain('Network error')
        expect(retries, name).toBeGreaterThanOrEqual(2)
        // The parts of a file are sent at the same time.
        expect(retries, name).toBeLessThanOrEqual(endpoint === 'part' ? 6 : 2)
      }
    })
  })
})
