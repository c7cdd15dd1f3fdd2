import { afterEach, expect, it, vi } from 'vitest'
import { systemClock } from '../../src/time/clock.js'

afterEach(() => vi.useRealTimers())

it('systemClock uses the clock and timers of the platform', () => {
  vi.useFakeTimers({ now: 1_700_000_000_000 })
  expect(systemClock.wallMs()).toBe(1_700_000_000_000)
  expect(systemClock.monotonicMs()).toBe(performance.now())

  const ring = vi.fn()
  systemClock.setTimeout(ring, 500)
  systemClock.clearTimeout(systemClock.setTimeout(ring, 500))
  vi.advanceTimersByTime(499)
  expect(ring).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(ring).toHaveBeenCalledOnce()
  expect(vi.getTimerCount()).toBe(0)
})
