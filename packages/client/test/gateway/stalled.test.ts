import { CancelError } from '@uploadcare/upload-client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SecureUploadClient } from '../../src/index.js'
import { createResumableUpload } from '../../src/resumable/index.js'
import type { TokenSourceOptions } from '../../src/token-source/token-source-options.js'
import { MEBIBYTE, text, useStage } from '../use-stage.js'
import { startGateway, type Gateway, type GatewayAnswer } from './start-gateway.js'

const stage = await useStage()
let gateway: Gateway
beforeEach(async () => {
  gateway = await startGateway(stage.url)
})
afterEach(() => gateway.close())

/** Accepts the connection and the headers, and reads nothing of the body. */
const STALL: GatewayAnswer = { status: 0, isEarly: true, write: () => undefined }
const STALL_MS = 60_000
/** For 512 KiB at 1 kB/s. */
const MOST_HELD_MS = 524_288

/** A client whose deadlines pass when a test says so, and whose other delays do not wait. */
function createClient() {
  const deadlines = new Map<() => void, number>()
  const clock: TokenSourceOptions['clock'] = {
    setTimeout(callback, delayMs) {
      if (delayMs < STALL_MS) return setTimeout(callback, 0)
      deadlines.set(callback, delayMs)
      return callback
    },
    clearTimeout(timer) {
      deadlines.delete(timer as () => void)
      clearTimeout(timer as NodeJS.Timeout)
    },
  }
  return {
    client: stage.createClient(
      { baseURL: gateway.url, maxConcurrentRequests: 1 },
      { clock, timeoutMs: STALL_MS },
    ),
    /** Waits until the request under way has the time for its next progress, and not that for the whole body or the answer. */
    untilStalled: () =>
      expect.poll(() => [...deadlines.values()].map((ms) => ms <= STALL_MS + MOST_HELD_MS)).toEqual([true]),
    passDeadline: () => {
      for (const end of deadlines.keys()) end()
    },
    deadlines,
  }
}

const file = (): File => new File([new Uint8Array(11 * MEBIBYTE)], 'large.bin')

describe.each<[string, (client: SecureUploadClient, signal?: AbortSignal) => Promise<{ size: number }>]>([
  ['a file in parts', (client, signal) => client.uploadFile(file(), signal && { signal })],
  [
    'a resumable upload',
    (client) => createResumableUpload(client, file(), { maxConcurrentRequests: 1 }).result,
  ],
])('%s whose part is accepted and then stalls', (name, upload) => {
  it('sends that part again after a minute without progress', async () => {
    gateway.answerNext('part', STALL)
    const { client, untilStalled, passDeadline, deadlines } = createClient()
    const result = upload(client)
    await expect.poll(() => gateway.count('part')).toBe(1)
    await untilStalled()
    passDeadline()
    expect((await result).size).toBe(11 * MEBIBYTE)
    expect(gateway.count('part')).toBe(4)
    expect(stage.events.filter(({ type }) => type === 'retried')).toMatchObject([
      { what: 'multipart/part', because: 'network', attempt: 1 },
    ])
    expect(deadlines.size).toBe(0)
  })

  it('fails with the error of the time limit when each attempt stalls', async () => {
    gateway.answerNext('part', STALL, Infinity)
    const { client, untilStalled, passDeadline } = createClient()
    const failure = upload(client).catch((error: unknown) => error)
    for (let attempts = 1; attempts <= 6; attempts++) {
      await expect.poll(() => gateway.count('part')).toBe(attempts)
      await untilStalled()
      passDeadline()
    }
    expect(await failure).toMatchObject({ name: 'TimeoutError' })
    expect(gateway.count('part')).toBe(6)
  })

  it('is canceled by its signal while it stalls', async () => {
    // A resumable upload is aborted by its own method.
    if (name !== 'a file in parts') return
    gateway.answerNext('part', STALL)
    const controller = new AbortController()
    const { client, untilStalled, deadlines } = createClient()
    const result = upload(client, controller.signal)
    await expect.poll(() => gateway.count('part')).toBe(1)
    await untilStalled()
    controller.abort()
    await expect(result).rejects.toBeInstanceOf(CancelError)
    expect(deadlines.size).toBe(0)
  })
})

describe('a direct upload in Node', () => {
  it('keeps the time for its whole body, because upload-client reports bytes as sent that are not', async () => {
    gateway.answerNext('base', STALL)
    const { client, passDeadline, deadlines } = createClient()
    const sizeBytes = 9 * MEBIBYTE
    const values: number[] = []
    const result = client.uploadFile(text(sizeBytes), {
      onProgress: (progress) => progress.isComputable && values.push(progress.value),
    })
    await expect.poll(() => values.some((value) => value > 0.9)).toBe(true)
    expect([...deadlines.values()]).toEqual([STALL_MS + sizeBytes])
    passDeadline()
    expect((await result).size).toBe(sizeBytes)
    expect(gateway.count('base')).toBe(2)
  })
})
