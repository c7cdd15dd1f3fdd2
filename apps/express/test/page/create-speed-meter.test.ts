import { expect, it } from 'vitest'
import { createSpeedMeter } from '../../src/page/uploads/create-speed-meter.js'

it('says nothing before there is something to measure', () => {
  const meter = createSpeedMeter()
  expect(meter.measure(0, 1000)).toBeUndefined()
  expect(meter.measure(5000, 1100)).toBeUndefined()
})

it('tells bytes per second', () => {
  const meter = createSpeedMeter()
  meter.measure(0, 1000)
  expect(meter.measure(2000, 2000)).toBe(2000)
})

it('follows a change, because it forgets what is older than its window', () => {
  const meter = createSpeedMeter()
  meter.measure(0, 0)
  meter.measure(1000, 1000)
  meter.measure(9000, 4500)
  expect(meter.measure(19_000, 5500)).toBe(10_000)
})

it('starts over when the request does', () => {
  const meter = createSpeedMeter()
  meter.measure(0, 0)
  meter.measure(9000, 1000)
  expect(meter.measure(100, 1500)).toBeUndefined()
  expect(meter.measure(600, 2000)).toBe(1000)
})
