import { describeInChromium } from '@secure-uploading/tooling/chromium'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { usePage } from '../test/chromium/use-page.js'
import { startGateway, type Gateway, type GatewayAnswer } from '../test/gateway/start-gateway.js'

declare global {
  interface Window {
    /** The deadlines of requests, with their milliseconds. */
    deadlines: Map<() => void, number>
    outcome: Promise<{ size?: number; error?: string; waits: object[] }>
    stalling?: AbortController
  }
}

const MEBIBYTE = 1024 * 1024
const STALL_MS = 60_000
/** For 512 KiB at 1 kB/s. */
const MOST_HELD_MS = 524_288
/** Accepts the connection and the headers, and reads nothing of the body. */
const STALL: GatewayAnswer = { status: 0, isEarly: true, write: () => undefined }

describeInChromium('an upload in Chromium over a connection that accepts a body and then stalls', () => {
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

  /** Starts an upload whose deadlines pass when a test says so. */
  const start = (sizeBytes: number): Promise<void> =>
    page.evaluate(
      ({ size, baseURL, leastDeadlineMs }) => {
        window.events.length = 0
        window.deadlines = new Map()
        window.stalling = new AbortController()
        const onEvent = (event: (typeof window.events)[number]): unknown => window.events.push(event)
        const clock = {
          setTimeout(callback: () => void, delayMs: number): unknown {
            if (delayMs < leastDeadlineMs) return setTimeout(callback, 0)
            window.deadlines.set(callback, delayMs)
            return callback
          },
          clearTimeout(timer: unknown): void {
            window.deadlines.delete(timer as () => void)
            clearTimeout(timer as number)
          },
        }
        const tokenSource = window.client.createTokenSource({
          endpoint: '/api/upload-token',
          clock,
          onEvent,
          timeoutMs: leastDeadlineMs,
        })
        const client = new window.client.SecureUploadClient({
          tokenSource,
          baseURL,
          onEvent,
          maxConcurrentRequests: 1,
        })
        const waits = (): object[] => window.events.filter(({ type }) => type === 'retried')
        window.outcome = client
          .uploadFile(new Blob([new Uint8Array(size)]), { signal: window.stalling.signal })
          .then(
            (file) => ({ size: file.size, waits: waits() }),
            (error: unknown) => ({ error: (error as Error).name, waits: waits() }),
          )
      },
      { size: sizeBytes, baseURL: gateway.url, leastDeadlineMs: STALL_MS },
    )
  /** Waits until the request under way has the time for its next progress, and not that for the whole body or the answer. */
  const untilStalled = (): Promise<unknown> =>
    page.waitForFunction((mostMs) => {
      const [delayMs, ...others] = window.deadlines.values()
      return delayMs !== undefined && delayMs <= mostMs && others.length === 0
    }, STALL_MS + MOST_HELD_MS)
  const passDeadline = (): Promise<void> =>
    page.evaluate(() => {
      for (const end of window.deadlines.keys()) end()
    })
  const outcome = (): Promise<object> => page.evaluate(() => window.outcome)

  describe.each([
    ['part', 'multipart/part', 11 * MEBIBYTE],
    ['base', 'base', 9 * MEBIBYTE],
  ])('to %s', (endpoint, what, sizeBytes) => {
    it('is sent again after a minute without progress', async () => {
      gateway.answerNext(endpoint, STALL)
      await start(sizeBytes)
      await expect.poll(() => gateway.count(endpoint)).toBe(1)
      await untilStalled()
      await passDeadline()
      expect(await outcome()).toMatchObject({
        size: sizeBytes,
        waits: [{ what, because: 'network', attempt: 1 }],
      })
      expect(gateway.count(endpoint)).toBe(endpoint === 'part' ? 4 : 2)
    })

    it('fails after six attempts that stall, and not as blocked by CORS', async () => {
      gateway.answerNext(endpoint, STALL, Infinity)
      await start(sizeBytes)
      for (let attempts = 1; attempts <= 6; attempts++) {
        await expect.poll(() => gateway.count(endpoint)).toBe(attempts)
        await untilStalled()
        await passDeadline()
      }
      expect(await outcome()).toMatchObject({ error: 'TimeoutError' })
    })

    it('is canceled when the signal aborts', async () => {
      gateway.answerNext(endpoint, STALL)
      await start(sizeBytes)
      await expect.poll(() => gateway.count(endpoint)).toBe(1)
      await untilStalled()
      await page.evaluate(() => {
        window.stalling?.abort()
      })
      expect(await outcome()).toMatchObject({ error: 'CancelError' })
      expect(await page.evaluate(() => window.deadlines.size)).toBe(0)
    })
  })

  it('is not ended while it moves slowly', async () => {
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: MEBIBYTE,
    })
    await start(2 * MEBIBYTE)
    const renewals = await page.evaluate(async (mostMs) => {
      let count = 0
      const { deadlines } = window
      const set = deadlines.set.bind(deadlines)
      deadlines.set = (callback, delayMs) => {
        if (delayMs <= mostMs) count++
        return set(callback, delayMs)
      }
      await window.outcome
      return count
    }, STALL_MS + MOST_HELD_MS)
    expect(await outcome()).toMatchObject({ size: 2 * MEBIBYTE, waits: [] })
    // One of them is for the answer.
    expect(renewals).toBeGreaterThan(4)
  })
})
