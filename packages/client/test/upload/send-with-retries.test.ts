import { CancelError, NetworkError, UploadError } from '@uploadcare/upload-client'
import { describe, expect, it } from 'vitest'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import { sendWithRetries } from '../../src/upload/send-with-retries.js'
import type { UploadEvent } from '../../src/upload/upload-event.js'
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
    publicKey: () => '',
    onPublicKey: () => undefined,
  }
  return {
    clock,
    context,
    events,
    goOnline: () => {
      goOnline()
    },
  }
}

const networkError = (): NetworkError => new NetworkError(new Event('error') as ProgressEvent)

/** Fails so many times, then succeeds. */
function failing(times: number, error: () => Error) {
  let sent = 0
  return {
    send: () => (++sent <= times ? Promise.reject(error()) : Promise.resolve('sent')),
    sent: () => sent,
  }
}

describe('a request whose network fails', () => {
  it('waits longer each time', async () => {
    const { clock, context, events } = setUp()
    const { send } = failing(3, networkError)
    const result = sendWithRetries(context, 'info', {}, send)
    await clock.advance(7000)
    expect(await result).toBe('sent')
    expect(events.map((event) => 'delayMs' in event && event.delayMs)).toEqual([1000, 2000, 4000])
  })

  it('fails after as many attempts as allowed, with the error as it came', async () => {
    const { clock, context } = setUp()
    const error = networkError()
    const { send, sent } = failing(Infinity, () => error)
    const caught = sendWithRetries(context, 'info', { retryNetworkErrorMaxTimes: 2 }, send).catch(
      (reason: unknown) => reason,
    )
    await clock.advance(60_000)
    expect(await caught).toBe(error)
    expect(sent()).toBe(3)
  })

  it('is sent when the device is online again, however long that takes, and that is not counted', async () => {
    const { clock, context, events, goOnline } = setUp({ isOffline: true })
    const { send, sent } = failing(1, networkError)
    const result = sendWithRetries(context, 'info', { retryNetworkErrorMaxTimes: 0 }, send)
    await clock.advance(29_000)
    expect(sent()).toBe(1)
    goOnline()
    expect(await result).toBe('sent')
    expect(events).toEqual([{ type: 'waiting', what: 'info', for: 'network' }])
    expect(clock.timers).toBe(0)
  })

  it('leaves no timer behind when it is given up while the device is offline', async () => {
    const { clock, context } = setUp({ isOffline: true })
    const { send } = failing(1, networkError)
    const controller = new AbortController()
    const result = sendWithRetries(context, 'info', { signal: controller.signal }, send)
    await clock.advance(10)
    controller.abort()
    await expect(result).rejects.toBeInstanceOf(CancelError)
    expect(clock.timers).toBe(0)
  })

  it('is tried now and then in case the device is wrong', async () => {
    const { clock, context } = setUp({ isOffline: true })
    const { send } = failing(4, networkError)
    const result = sendWithRetries(context, 'info', { retryNetworkErrorMaxTimes: 0 }, send)
    await clock.advance(120_000)
    expect(await result).toBe('sent')
  })
})

describe('a request whose answer never comes', () => {
  const hangsOnce = () => {
    const signals: AbortSignal[] = []
    const send = ({ signal }: { signal: AbortSignal }): Promise<string> =>
      signals.push(signal) === 1 ? new Promise(() => undefined) : Promise.resolve('sent')
    return { send, signals }
  }

  it('is given up after a minute and sent again', async () => {
    const { clock, context, events } = setUp()
    const { send, signals } = hangsOnce()
    const result = sendWithRetries(context, 'info', {}, send)
    await clock.advance(59_999)
    expect(signals).toHaveLength(1)
    await clock.advance(1001)
    expect(await result).toBe('sent')
    expect(signals[0]?.aborted).toBe(true)
    expect(events).toMatchObject([{ type: 'retried', because: 'network' }])
    expect(clock.timers).toBe(0)
  })

  it('has a millisecond more for each byte that it sends', async () => {
    const { clock, context } = setUp()
    const { send, signals } = hangsOnce()
    const result = sendWithRetries(context, 'base', {}, send, 100_000)
    await clock.advance(159_999)
    expect(signals).toHaveLength(1)
    await clock.advance(1001)
    expect(await result).toBe('sent')
  })

  it('is not cut short when nobody knows how much it sends', async () => {
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
    await sendWithRetries({ ...context, source }, 'base', {}, () => Promise.resolve('sent'), Infinity)
    // What is longer goes off at once.
    expect(delaysMs).toEqual([2 ** 31 - 1])
  })
})

describe('a throttled request', () => {
  it('that is to wait for more than ten minutes fails instead', async () => {
    const { context, events } = setUp()
    const headers = { 'retry-after': '3000000' }
    const error = new UploadError('…', 'RequestThrottledError', undefined, undefined, headers)
    const { send, sent } = failing(1, () => error)
    await expect(sendWithRetries(context, 'info', {}, send)).rejects.toBe(error)
    expect(sent()).toBe(1)
    expect(events).toEqual([])
  })
})

describe('an error that another attempt would meet again', () => {
  it('is thrown at once', async () => {
    const { context } = setUp()
    for (const error of [new Error('Error 403: Forbidden'), new TypeError('a mistake')]) {
      const { send, sent } = failing(1, () => error)
      await expect(sendWithRetries(context, 'info', {}, send)).rejects.toBe(error)
      expect(sent()).toBe(1)
    }
  })
})
