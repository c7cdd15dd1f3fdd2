import { CancelError, NetworkError, UploadError, type ProgressCallback } from '@uploadcare/upload-client'
import { describe, expect, it, vi } from 'vitest'
import { createProjectKey } from '../../src/requests/create-project-key.js'
import { createUploadTally } from '../../src/requests/create-upload-tally.js'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import { request, type Attempt } from '../../src/requests/request.js'
import type { UploadEvent } from '../../src/requests/upload-event.js'
import type { RetryOptions } from '../../src/requests/upload-options.js'
import { createFakeClock } from '../fake-clock.js'

function setUp({ isOffline = false } = {}) {
  const clock = createFakeClock()
  const events: UploadEvent[] = []
  let goOnline: () => void = () => undefined
  const source = createTokenSource({ fetchToken: () => Promise.resolve(null), clock })
  const context = {
    source,
    session: source.session,
    random: () => 1,
    network: {
      isReported: () => true,
      isOffline: () => isOffline,
      untilOnline: () =>
        new Promise<void>((resolve) => {
          goOnline = () => {
            isOffline = false
            resolve()
          }
        }),
    },
    emit: (event: UploadEvent) => events.push(event),
    projectKey: createProjectKey(source),
    tally: createUploadTally(),
  }
  return {
    clock,
    context,
    events,
    goOnline: () => {
      goOnline()
    },
    goOffline: () => {
      isOffline = true
    },
  }
}

const SENT = { uuid: 'sent', file: 'sent' }
const networkError = (): NetworkError => new NetworkError(new Event('error') as ProgressEvent)

/** Fails `times` times, then succeeds. */
function failing(times: number, error: () => Error) {
  let sent = 0
  return {
    send: () => (++sent <= times ? Promise.reject(error()) : Promise.resolve(SENT)),
    sent: () => sent,
  }
}

describe('request after network errors', () => {
  it('doubles the delay before each attempt', async () => {
    const { clock, context, events } = setUp()
    const { send } = failing(3, networkError)
    const result = request(context, { name: 'info', options: {}, send })
    await clock.advance(7000)
    expect(await result).toBe(SENT)
    expect(events.map((event) => 'delayMs' in event && event.delayMs)).toEqual([1000, 2000, 4000])
  })

  it('rejects with the original error after retryNetworkErrorMaxTimes repetitions', async () => {
    const { clock, context } = setUp()
    const error = networkError()
    const { send, sent } = failing(Infinity, () => error)
    const caught = request(context, { name: 'info', options: { retryNetworkErrorMaxTimes: 2 }, send }).catch(
      (reason: unknown) => reason,
    )
    await clock.advance(60_000)
    expect(await caught).toBe(error)
    expect(sent()).toBe(3)
  })

  it('repeats when the device is online again, without counting the attempt', async () => {
    const { clock, context, events, goOnline } = setUp({ isOffline: true })
    const { send, sent } = failing(1, networkError)
    const result = request(context, { name: 'info', options: { retryNetworkErrorMaxTimes: 0 }, send })
    await clock.advance(29_000)
    expect(sent()).toBe(1)
    goOnline()
    expect(await result).toBe(SENT)
    expect(events).toEqual([{ type: 'waiting', what: 'info', for: 'network' }])
    expect(clock.timers).toBe(0)
  })

  it('waits for the device when it reports shortly after the failure that it is offline', async () => {
    const { clock, context, goOffline, goOnline } = setUp()
    const { send, sent } = failing(1, networkError)
    const result = request(context, { name: 'info', options: { retryNetworkErrorMaxTimes: 0 }, send })
    await clock.advance(100)
    goOffline()
    await clock.advance(20_000)
    expect(sent()).toBe(1)
    goOnline()
    expect(await result).toBe(SENT)
  })

  it('leaves no timer when it is aborted while the device is offline', async () => {
    const { clock, context } = setUp({ isOffline: true })
    const { send } = failing(1, networkError)
    const controller = new AbortController()
    const result = request(context, { name: 'info', options: { signal: controller.signal }, send })
    await clock.advance(10)
    controller.abort()
    await expect(result).rejects.toBeInstanceOf(CancelError)
    expect(clock.timers).toBe(0)
  })

  it('repeats every 30 s while the device reports that it is offline', async () => {
    const { clock, context } = setUp({ isOffline: true })
    const { send } = failing(4, networkError)
    const result = request(context, { name: 'info', options: { retryNetworkErrorMaxTimes: 0 }, send })
    await clock.advance(120_000)
    expect(await result).toBe(SENT)
  })
})

describe('request on a device that reports that it is offline for good', () => {
  it.each([
    [undefined, 300_000],
    [60_000, 60_000],
    [0, 0],
  ])('ends after offlineTimeoutMs of %s with the original error', async (offlineTimeoutMs, endsAfterMs) => {
    const { clock, context } = setUp({ isOffline: true })
    const error = networkError()
    const { send } = failing(Infinity, () => error)
    let caught: unknown
    void request(context, { name: 'info', options: { offlineTimeoutMs }, send }).catch(
      (reason: unknown) => (caught = reason),
    )
    await clock.advance(Math.max(0, endsAfterMs - 1))
    if (endsAfterMs > 0) expect(caught).toBeUndefined()
    await clock.advance(2)
    expect(caught).toBe(error)
    expect(clock.timers).toBe(0)
  })

  it('never ends with an infinite offlineTimeoutMs', async () => {
    const { clock, context } = setUp({ isOffline: true })
    const { send, sent } = failing(Infinity, networkError)
    const controller = new AbortController()
    const options = { offlineTimeoutMs: Infinity, signal: controller.signal }
    const result = request(context, { name: 'info', options, send })
    await clock.advance(3_600_000)
    expect(sent()).toBe(121)
    controller.abort()
    await expect(result).rejects.toBeInstanceOf(CancelError)
  })
})

/** A request whose attempts a test ends, and whose progress it reports. */
function observed(bodyBytes: number) {
  interface Sent {
    signal: AbortSignal
    onProgress?: ProgressCallback
    end: () => void
  }
  const attempts: Sent[] = []
  return {
    attempts,
    name: 'multipart/part' as const,
    options: {},
    address: 'https://storage.example/part',
    bodyBytes,
    isObserved: true,
    send: ({ signal, onProgress }: Attempt<RetryOptions>) =>
      new Promise<typeof SENT>((resolve) => {
        const end = (): void => {
          resolve(SENT)
        }
        attempts.push({ signal, end, ...(onProgress && { onProgress }) })
      }),
  }
}

describe('request without an answer', () => {
  const hangsOnce = () => {
    const signals: AbortSignal[] = []
    const send = ({ signal }: { signal: AbortSignal }): Promise<typeof SENT> =>
      signals.push(signal) === 1 ? new Promise(() => undefined) : Promise.resolve(SENT)
    return { send, signals }
  }

  it('aborts the attempt after a minute and repeats it', async () => {
    const { clock, context, events } = setUp()
    const { send, signals } = hangsOnce()
    const result = request(context, { name: 'info', options: {}, send })
    await clock.advance(59_999)
    expect(signals).toHaveLength(1)
    await clock.advance(1001)
    expect(await result).toBe(SENT)
    expect(signals[0]?.aborted).toBe(true)
    expect(events).toMatchObject([{ type: 'retried', because: 'network' }])
    expect(clock.timers).toBe(0)
  })

  it('allows one more millisecond per byte of the body', async () => {
    const { clock, context } = setUp()
    const { send, signals } = hangsOnce()
    const result = request(context, { name: 'base', options: {}, send, bodyBytes: 100_000 })
    await clock.advance(159_999)
    expect(signals).toHaveLength(1)
    await clock.advance(1001)
    expect(await result).toBe(SENT)
  })

  const HELD_BYTES = 512 * 1024
  it.each([
    ['of 2 MB/s', 3, 500, 250],
    ['of 10 kB/s', 3, 2 * HELD_BYTES * 0.1, HELD_BYTES * 0.1],
    ['of 1 kB/s', 3, 2 * HELD_BYTES, HELD_BYTES],
    ['of 0.5 kB/s', 3, 4 * HELD_BYTES, HELD_BYTES],
    ['that has reported 256 KiB, whose speed is unknown', 0.5, 10, HELD_BYTES / 2],
    ['that has reported 512 KiB, whose speed is unknown', 1, 10, HELD_BYTES],
  ])(
    'is aborted a minute after its body last moved, and the time for what may be held, on a line %s',
    async (_line, reported, attemptMs, holdMs) => {
      const { clock, context, events } = setUp()
      const { attempts, ...call } = observed(10 * HELD_BYTES)
      const result = request(context, call)
      await clock.advance(attemptMs)
      attempts[0]?.onProgress?.({ isComputable: true, value: reported / 10 })
      const limitMs = 60_000 + Math.ceil(holdMs)
      await clock.advance(limitMs - 1)
      expect(attempts).toHaveLength(1)
      await clock.advance(1002)
      expect(attempts).toHaveLength(2)
      expect(attempts[0]?.signal.aborted).toBe(true)
      expect(events).toMatchObject([{ type: 'retried', because: 'network', attempt: 1 }])
      attempts[1]?.end()
      expect(await result).toBe(SENT)
      expect(clock.timers).toBe(0)
    },
  )

  it.each<[string, number, readonly (readonly [seconds: number, kibibytes: number])[], number]>([
    [
      '1 kB/s',
      320,
      [
        [0.2, 64],
        [0.2, 128],
        [87.5, 192],
        [94.8, 256],
        [178.8, 320],
      ],
      356.3,
    ],
    [
      '1 kB/s in Chromium',
      200,
      [
        [0.1, 80],
        [65.4, 144],
        [71.9, 200],
      ],
      222.7,
    ],
    [
      '4 kB/s',
      1024,
      [
        [0.2, 128],
        [14.6, 192],
        [41.2, 384],
        [56.9, 448],
        [74.4, 576],
        [95, 704],
        [135.3, 768],
        [159.3, 896],
        [182.9, 1024],
      ],
      285.9,
    ],
    [
      '10 kB/s',
      2048,
      [
        [0.2, 128],
        [5.9, 320],
        [14.6, 512],
        [39.7, 640],
        [40.5, 1152],
        [76.8, 1408],
        [96.7, 1728],
        [137.3, 2048],
      ],
      228.5,
    ],
  ])(
    'is not aborted while it moves at %s, with the pauses that Linux made there',
    async (_line, kibibytes, progress, endSeconds) => {
      const { clock, context, events } = setUp()
      const { attempts, ...call } = observed(kibibytes * 1024)
      const result = request(context, call)
      let passedSeconds = 0
      for (const [seconds, sent] of progress) {
        await clock.advance((seconds - passedSeconds) * 1000)
        passedSeconds = seconds
        attempts[0]?.onProgress?.({ isComputable: true, value: sent / kibibytes })
      }
      await clock.advance((endSeconds - passedSeconds) * 1000)
      attempts[0]?.end()
      expect(await result).toBe(SENT)
      expect(events).toEqual([])
      expect(clock.timers).toBe(0)
    },
  )

  it('of an unknown size has the longest time after its body last moved', async () => {
    const { clock, context } = setUp()
    const { attempts, ...call } = observed(Infinity)
    void request(context, call)
    await clock.advance(1000)
    attempts[0]?.onProgress?.({ isComputable: true, value: 0.5 })
    await clock.advance(60_000 + HELD_BYTES - 1)
    expect(attempts).toHaveLength(1)
    await clock.advance(1002)
    expect(attempts).toHaveLength(2)
  })

  it('is aborted a minute after its body last moved, although the same progress is reported again', async () => {
    const { clock, context } = setUp()
    const { attempts, ...call } = observed(5_000_000)
    void request(context, call)
    await clock.advance(0)
    for (let repeats = 0; repeats < 6; repeats++) {
      attempts[0]?.onProgress?.({ isComputable: true, value: 0.5 })
      await clock.advance(10_000)
    }
    await clock.advance(1000)
    expect(attempts).toHaveLength(2)
  })

  it('keeps the time for its whole body while no progress can be observed', async () => {
    const { clock, context } = setUp()
    const { attempts, ...call } = observed(100_000)
    void request(context, call)
    await clock.advance(0)
    attempts[0]?.onProgress?.({ isComputable: false })
    attempts[0]?.onProgress?.({ isComputable: true, value: 0 })
    await clock.advance(159_999)
    expect(attempts).toHaveLength(1)
    await clock.advance(1001)
    expect(attempts).toHaveLength(2)
  })

  it('has a minute and its body at 10 kB/s for the answer, because bytes that count as sent may still wait in the system', async () => {
    const { clock, context } = setUp()
    const { attempts, ...call } = observed(5_000_000)
    const result = request(context, call)
    await clock.advance(0)
    attempts[0]?.onProgress?.({ isComputable: true, value: 1 })
    await clock.advance(559_999)
    expect(attempts).toHaveLength(1)
    attempts[0]?.end()
    expect(await result).toBe(SENT)
    // Late progress starts no timer that would keep a process running.
    attempts[0]?.onProgress?.({ isComputable: true, value: 0.5 })
    expect(clock.timers).toBe(0)
  })

  it('fails with a TimeoutError after six attempts that stall', async () => {
    const { clock, context, events } = setUp()
    const { attempts, ...call } = observed(5_000_000)
    const caught = request(context, call).catch((error: unknown) => error)
    for (let attempt = 1; attempt <= 6; attempt++) {
      await clock.advance(31_000)
      expect(attempts).toHaveLength(attempt)
      attempts.at(-1)?.onProgress?.({ isComputable: true, value: 0.5 })
      await clock.advance(70_000)
    }
    await clock.advance(1000)
    expect(await caught).toMatchObject({ name: 'TimeoutError' })
    expect(events).toHaveLength(5)
    expect(clock.timers).toBe(0)
  })

  it('is not taken for one that the page blocks, which fails early', async () => {
    vi.resetModules()
    const probe = vi.fn<typeof fetch>().mockResolvedValue(new Response())
    vi.stubGlobal('location', { origin: 'https://app.example' })
    vi.stubGlobal('addEventListener', vi.fn())
    vi.stubGlobal('fetch', probe)
    try {
      const { request: requestInPage } = await import('../../src/requests/request.js')
      const { clock, context } = setUp()
      const { attempts, ...call } = observed(5_000_000)
      const caught = requestInPage(context, call).catch((error: unknown) => error)
      for (let attempt = 1; attempt <= 6; attempt++) {
        await clock.advance(31_000)
        attempts.at(-1)?.onProgress?.({ isComputable: true, value: 0.5 })
        await clock.advance(70_000)
      }
      await clock.advance(1000)
      expect(await caught).toMatchObject({ name: 'TimeoutError' })
      expect(attempts).toHaveLength(6)
      expect(probe).not.toHaveBeenCalled()
    } finally {
      vi.unstubAllGlobals()
      vi.resetModules()
    }
  })

  it('is not aborted by a timer that fires after the computer slept, before progress from meanwhile arrives', async () => {
    const { clock, context } = setUp()
    const { attempts, ...call } = observed(5_000_000)
    const result = request(context, call)
    for (let sleeps = 1; sleeps <= 10; sleeps++) {
      await clock.advance(0)
      attempts[0]?.onProgress?.({ isComputable: true, value: sleeps / 20 })
      clock.sleep(3_600_000)
      await clock.advance(60_000)
      await clock.advance(59_000)
    }
    expect(attempts).toHaveLength(1)
    attempts[0]?.end()
    expect(await result).toBe(SENT)
  })

  it('is aborted after a timer that a hidden page delayed by a minute', async () => {
    const { clock, context } = setUp()
    const { attempts, ...call } = observed(5_000_000)
    void request(context, call)
    await clock.advance(0)
    attempts[0]?.onProgress?.({ isComputable: true, value: 0.5 })
    clock.sleep(60_000)
    await clock.advance(61_000)
    expect(attempts).toHaveLength(2)
  })

  it('is canceled by its signal while it stalls, and leaves no timer', async () => {
    const { clock, context } = setUp()
    const { attempts, ...call } = observed(5_000_000)
    const controller = new AbortController()
    const result = request(context, { ...call, options: { signal: controller.signal } })
    await clock.advance(0)
    attempts[0]?.onProgress?.({ isComputable: true, value: 0.5 })
    await clock.advance(30_000)
    controller.abort()
    await expect(result).rejects.toBeInstanceOf(CancelError)
    expect(clock.timers).toBe(0)
  })

  it('limits the timer to the longest one that platforms support when the size of the body is unknown', async () => {
    const { context } = setUp()
    const clock = createFakeClock()
    const delaysMs: number[] = []
    const watched = {
      ...clock,
      setTimeout(callback: () => void, delayMs: number) {
        delaysMs.push(delayMs)
        return clock.setTimeout(callback, delayMs)
      },
    }
    const source = createTokenSource({ fetchToken: () => Promise.resolve(null), clock: watched })
    await request(
      { ...context, source },
      { name: 'base', options: {}, send: () => Promise.resolve(SENT), bodyBytes: Infinity },
    )
    // Platforms fire a longer timer immediately.
    expect(delaysMs).toEqual([2 ** 31 - 1])
  })
})

describe('a throttled request', () => {
  it('fails instead of waiting for more than ten minutes', async () => {
    const { context, events } = setUp()
    const headers = { 'retry-after': '3000000' }
    const error = new UploadError('…', 'RequestThrottledError', undefined, undefined, headers)
    const { send, sent } = failing(1, () => error)
    await expect(request(context, { name: 'info', options: {}, send })).rejects.toBe(error)
    expect(sent()).toBe(1)
    expect(events).toEqual([])
  })
})

describe('a final error', () => {
  it('rejects after one attempt', async () => {
    const { context } = setUp()
    const mistake = new TypeError('a mistake')
    const throwMistake = (): never => {
      throw mistake
    }
    await expect(request(context, { name: 'info', options: {}, send: throwMistake })).rejects.toBe(mistake)
    const error = Object.assign(new Error('unknown host'), { code: 'ERR_INVALID_URL' })
    const { send, sent } = failing(1, () => error)
    await expect(request(context, { name: 'info', options: {}, send })).rejects.toBe(error)
    expect(sent()).toBe(1)
  })
})
