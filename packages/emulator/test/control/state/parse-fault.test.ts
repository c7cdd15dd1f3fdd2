import { describe, expect, it } from 'vitest'
import { parseFault } from '../../../src/control/state/parse-fault.js'

describe('parseFault', () => {
  const waiting = Promise.resolve()

  it.each<[string, object]>([
    ['a status', { status: 503 }],
    ['a status with a body', { status: 503, body: 'Service unavailable' }],
    ['throttling', { throttle: {} }],
    ['throttling for a time', { throttle: { retryAfterSeconds: 3 } }],
    ['a refusal', { refuse: 'SignatureExpirationError' }],
    ['a dropped request', { drop: 'request' }],
    ['a dropped response', { drop: 'answer' }],
    ['a truncated response', { truncateAfterBytes: 0 }],
    ['latency', { latencyMs: 0.5 }],
    ['latency up to the limit of timers', { latencyMs: 2 ** 31 - 1 }],
    ['waiting for a promise', { until: waiting }],
  ])('accepts %s, for one request by default', (_what, effect) => {
    expect(parseFault(effect)).toEqual({ ...effect, times: 1, skip: 0 })
    const target = { endpoint: ['base', 'part'], times: Infinity, skip: 2 }
    expect(parseFault({ ...effect, ...target })).toEqual({ ...effect, ...target })
  })

  it.each<[unknown, string]>([
    [null, 'A fault must be an object'],
    ['drop', 'A fault must be an object'],
    [{}, 'exactly one of'],
    [{ status: 503, drop: 'answer' }, 'exactly one of'],
    [{ statuss: 503 }, 'Unknown option "statuss" of a fault'],
    [{ status: 199 }, '"status" must be'],
    [{ status: 600 }, '"status" must be'],
    [{ status: 503, body: 1 }, '"body" must be a string'],
    [{ throttle: null }, '"throttle" must be'],
    [{ throttle: { retryAfterSeconds: 1.5 } }, '"throttle" must be'],
    [{ throttle: { foo: 1 } }, '"throttle" must be { retryAfterSeconds? }, in whole seconds'],
    [{ throttle: { retryAfterSeconds: 1, foo: 1 } }, '"throttle" must be'],
    [{ throttle: [] }, '"throttle" must be'],
    [{ refuse: 'NoSuchError' }, '"refuse" must be'],
    [{ refuse: 'toString' }, '"refuse" must be'],
    [{ drop: 'both' }, '"drop" must be'],
    [{ truncateAfterBytes: -1 }, '"truncateAfterBytes" must be'],
    [{ latencyMs: -1 }, '"latencyMs" must be'],
    [{ latencyMs: Infinity }, '"latencyMs" must be'],
    [{ latencyMs: 2 ** 31 }, '"latencyMs" must be a number of milliseconds from 0 to 2147483647'],
    [{ until: 5 }, '"until" must be'],
    [{ drop: 'answer', times: 0 }, '"times" must be'],
    [{ drop: 'answer', skip: -1 }, '"skip" must be'],
    [{ drop: 'answer', endpoint: 'nowhere' }, '"endpoint" must be'],
    [{ drop: 'answer', endpoint: [] }, '"endpoint" must be one or several of base'],
    [{ drop: 'answer', endpoint: ['base', 'nowhere'] }, '"endpoint" must be'],
  ])('rejects %j with a TypeError that names the problem', (input, message) => {
    expect(() => parseFault(input)).toThrow(expect.objectContaining({ name: 'TypeError' }) as Error)
    expect(() => parseFault(input)).toThrow(message)
  })
})
