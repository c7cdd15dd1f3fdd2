import { CancelError, NetworkError, UploadError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { createProjectKey } from '../../src/requests/create-project-key.js'
import { createUploadTally } from '../../src/requests/create-upload-tally.js'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import { request } from '../../src/requests/request.js'
import type { UploadEvent } from '../../src/requests/upload-event.js'
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
