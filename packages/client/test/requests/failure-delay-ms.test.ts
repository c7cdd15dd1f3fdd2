import { expect, it } from 'vitest'
import type { Failure } from '../../src/requests/classify-failure.js'
import { failureDelayMs } from '../../src/requests/failure-delay-ms.js'

const failure = (kind: Failure['kind'], retryAfterMs?: number): Failure => ({
  kind,
  status: undefined,
  retryAfterMs,
})
const random = (): number => 1

it('failureDelayMs returns the Retry-After of the answer', () => {
  expect(failureDelayMs(failure('throttled', 3000), 1, random)).toBe(3000)
  expect(failureDelayMs(failure('server', 4000), 3, random)).toBe(4000)
})

it('failureDelayMs backs off after a Retry-After of zero', () => {
  expect(failureDelayMs(failure('server', 0), 2, random)).toBe(2000)
})

it('failureDelayMs doubles without Retry-After, up to 30 s', () => {
  const delays = (kind: Failure['kind']): number[] =>
    [1, 2, 3, 6, 7].map((count) => failureDelayMs(failure(kind), count, random))
  expect(delays('network')).toEqual([1000, 2000, 4000, 30_000, 30_000])
  expect(delays('throttled')).toEqual([2000, 4000, 8000, 30_000, 30_000])
})

it('failureDelayMs returns half of the backoff at the lowest randomness', () => {
  expect(failureDelayMs(failure('server'), 1, () => 0)).toBe(500)
})
