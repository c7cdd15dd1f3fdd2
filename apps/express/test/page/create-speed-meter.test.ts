import { describe, expect, it } from 'vitest'
import { createSpeedMeter } from '../../src/page/uploads/create-speed-meter.js'

describe('createSpeedMeter', () => {
  it('returns undefined before the first 250 ms have passed', () => {
    const meter = createSpeedMeter()
    expect(meter.measure(0, 1000)).toBeUndefined()
    expect(meter.measure(5000, 1100)).toBeUndefined()
  })

  it('returns bytes per second', () => {
    const meter = createSpeedMeter()
    meter.measure(0, 1000)
    expect(meter.measure(2000, 2000)).toBe(2000)
  })

  it('ignores samples older than three seconds', () => {
    const meter = createSpeedMeter()
    meter.measure(0, 0)
    meter.measure(1000, 1000)
    meter.measure(9000, 4500)
    expect(meter.measure(19_000, 5500)).toBe(10_000)
  })

  it('starts over when the request is retried', () => {
    const meter = createSpeedMeter()
    meter.measure(0, 0)
    meter.measure(9000, 1000)
    expect(meter.measure(100, 1500)).toBeUndefined()
    expect(meter.measure(600, 2000)).toBe(1000)
  })
})
