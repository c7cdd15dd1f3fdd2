import { CancelError } from '@uploadcare/upload-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SecureUploadClient } from '../../src/index.js'
import type { TokenSourceOptions } from '../../src/token-source/token-source-options.js'
import { useStage } from '../use-stage.js'
import { ACCEPTED, NETWORK_ENDPOINTS, NETWORK_FINAL, NETWORK_RETRIED } from './network-rows.js'
import { RAW } from './raw-answers.js'
import { VALID } from './rows.js'
import { startGateway, type Gateway, type GatewayAnswer } from './start-gateway.js'
import { WAYS } from './ways.js'

const stage = await useStage()
let gateway: Gateway
beforeEach(async () => {
  gateway = await startGateway(stage.url)
})
afterEach(() => gateway.close())

const client = (options?: TokenSourceOptions): SecureUploadClient =>
  stage.createClient({ baseURL: gateway.url }, options)

/** Options with a clock whose deadlines pass when a test says so, and whose other delays do not wait. */
function createExpiringOptions() {
  const deadlines = new Set<() => void>()
  const clock: TokenSourceOptions['clock'] = {
    setTimeout(callback, delayMs) {
      if (delayMs < SHORTEST_DEADLINE_MS) return setTimeout(callback, 0)
      deadlines.add(callback)
      return callback
    },
    clearTimeout(timer) {
      deadlines.delete(timer as () => void)
      clearTimeout(timer as NodeJS.Timeout)
    },
  }
  return {
    options: { clock, timeoutMs: SHORTEST_DEADLINE_MS },
    expire: () => {
      for (const end of deadlines) end()
    },
  }
}

const SHORTEST_DEADLINE_MS = 60_000

const retries = (): unknown[] => stage.events.filter(({ type }) => type === 'retried')

describe.each(NETWORK_ENDPOINTS)('an upload in Node whose request to %s', (endpoint, wayName) => {
  const isPart = endpoint === 'part'
  const what = isPart ? 'multipart/part' : endpoint
  const upload = (one: SecureUploadClient, signal?: AbortSignal): Promise<unknown> =>
    WAYS.find(({ name }) => name === wayName)?.upload(one, signal) ?? Promise.reject(new Error(wayName))
  const failure = (signal?: AbortSignal, options?: TokenSourceOptions): Promise<unknown> =>
    upload(client(options), signal).then(
      () => undefined,
      (reason: unknown) => reason,
    )
  let expected: number | undefined
  /** The number of requests without a failure. */
  async function usualCount(): Promise<number> {
    if (expected === undefined) {
      await upload(client())
      expected = gateway.count(endpoint)
      gateway.reset()
      stage.events.length = 0
    }
    return expected
  }

  it.each(NETWORK_RETRIED.filter(([, , { apiOnly }]) => !(isPart && apiOnly)))(
    'is answered once with %s, is repeated',
    async (_, answer, { delayMs }) => {
      const usual = await usualCount()
      gateway.answerNext(endpoint, answer)
      await upload(client())
      expect(gateway.count(endpoint)).toBe(usual + 1)
      expect(retries()).toMatchObject([{ what, ...(delayMs !== undefined && { delayMs }) }])
    },
  )

  // undici refuses 100 Continue without a request for it, so that each part is sent twice: unasked-continue.test.ts.
  it.each(ACCEPTED.filter(([, { prefix }]) => !(isPart && prefix?.includes(' 100 '))))(
    'is answered with %s, succeeds without a retry',
    async (_, answer) => {
      const usual = await usualCount()
      gateway.answerNext(endpoint, { status: 0, isForwarded: true, ...answer }, Infinity)
      await upload(client())
      expect(gateway.count(endpoint)).toBe(usual)
      expect(retries()).toEqual([])
    },
  )

  it.each(NETWORK_FINAL.filter(([, , , options]) => !(isPart && options?.apiOnly)))(
    'is answered with %s, fails after one attempt and names the status and the address',
    async (_, answer, message) => {
      const usual = await usualCount()
      gateway.answerNext(endpoint, answer, Infinity)
      const error = await failure()
      expect(error).toMatchObject({ code: 'ERR_UPLOAD_RESPONSE', status: answer.status })
      expect(String(error)).toMatch(message)
      expect(String(error)).toContain(gateway.url)
      expect(retries()).toEqual([])
      expect(gateway.count(endpoint)).toBeLessThanOrEqual(usual)
    },
  )

  it.each<[string, GatewayAnswer]>([
    ['a connection that is cut in each answer', RAW.cutByLength],
    ['an answer that is never HTTP', RAW.noHttp],
    ['a connection that is always reset', RAW.resetInRequest],
    ['headers that never end', RAW.endlessHeader],
  ])('gets %s, fails after six attempts', async (_, answer) => {
    const usual = await usualCount()
    gateway.answerNext(endpoint, answer, Infinity)
    const { options } = createExpiringOptions()
    expect(await failure(undefined, options)).toBeInstanceOf(Error)
    // The parts of a file are sent at the same time.
    const mostAttempts = usual * 6
    expect(gateway.count(endpoint)).toBeGreaterThanOrEqual(6)
    expect(gateway.count(endpoint)).toBeLessThanOrEqual(mostAttempts)
  })

  it.each<[string, GatewayAnswer]>([
    ['JSON in UTF-16', RAW.utf16(JSON.stringify(VALID))],
    ['gzipped JSON', RAW.gzip(200, 'application/json', JSON.stringify(VALID))],
  ])(
    'gets %s, which the Node build of upload-client cannot read, fails after one attempt',
    async (_, answer) => {
      // Each attempt would store the file again. The body of a part does not matter.
      if (isPart) return
      gateway.answerNext(endpoint, answer, Infinity)
      expect(await failure()).toMatchObject({ code: 'ERR_UPLOAD_RESPONSE', status: 200 })
      expect(retries()).toEqual([])
    },
  )

  it('gets a body without an end, fails after three attempts, or does not read it', async () => {
    const usual = await usualCount()
    gateway.answerNext(endpoint, RAW.endlessBody, Infinity)
    const error = await failure()
    // A part needs only a status, and multipart/complete says what the storage lacks.
    expect(error).toMatchObject(
      isPart ? { code: 'MultipartUploadSizeTooSmallError' } : { code: 'ERR_UPLOAD_RESPONSE', status: 200 },
    )
    expect(gateway.count(endpoint)).toBe(isPart ? usual : 3)
  })

  describe.each<[string, GatewayAnswer]>([
    ['no answer', RAW.silence],
    ['headers and then nothing', RAW.silenceAfterHeaders],
    ['headers with an error status and then nothing', RAW.silenceAfterRefusal],
  ])('gets %s,', (_, answer) => {
    it('ends by the time limits of its attempts', async () => {
      const usual = await usualCount()
      const { options, expire } = createExpiringOptions()
      const write: GatewayAnswer['write'] = (socket, request) => {
        answer.write?.(socket, request)
        expire()
      }
      gateway.answerNext(endpoint, { ...answer, write }, Infinity)
      const error = await failure(undefined, options)
      expect(error).toBeInstanceOf(Error)
      expect(gateway.count(endpoint), String(error)).toBeGreaterThanOrEqual(1)
      expect(gateway.count(endpoint)).toBeLessThanOrEqual(6 * usual)
    })

    it('is canceled within a second when the signal aborts, and closes the connection', async () => {
      const controller = new AbortController()
      let isClosed = false
      gateway.answerNext(
        endpoint,
        {
          ...answer,
          write: (socket, request) => {
            socket.on('close', () => (isClosed = true))
            answer.write?.(socket, request)
            controller.abort()
          },
        },
        Infinity,
      )
      expect(await failure(controller.signal)).toBeInstanceOf(CancelError)
      await expect.poll(() => isClosed).toBe(true)
    })
  })
})
