import { expect, it } from 'vitest'
import { createEmulatedClock } from '../../../src/control/state/emulated-clock.js'

it('the clock keeps running from the time that it is set to, and can be reset', () => {
  let nowMs = 1000
  const clock = createEmulatedClock(() => nowMs)
  clock.setMs(50_000)
  nowMs += 5
  expect(clock.nowMs()).toBe(50_005)
  clock.advanceMs(-10)
  expect(clock.nowMs()).toBe(49_995)
  clock.reset()
  expect(clock.nowMs()).toBe(1005)
})

it.each([NaN, Infinity, '5' as unknown as number])('the clock cannot be moved by %s', (value) => {
  const clock = createEmulatedClock(() => 1000)
  expect(() => clock.setMs(value)).toThrow('"unixMs" must be a finite number of milliseconds')
  expect(() => clock.advanceMs(value)).toThrow('"durationMs" must be a finite number of milliseconds')
  expect(clock.nowMs()).toBe(1000)
})

it('the clock is limited to the years 1 to 9999', () => {
  const clock = createEmulatedClock(() => 1000)
  for (const unixMs of [1e16, -1e16, Date.UTC(10_000, 0, 1), Date.parse('0000-12-31')]) {
    expect(() => clock.setMs(unixMs)).toThrow('"unixMs" must keep the clock within the years 1 to 9999')
  }
  clock.setMs(Date.UTC(9999, 11, 31))
  expect(() => clock.advanceMs(86_400_000)).toThrow(
    '"durationMs" must keep the clock within the years 1 to 9999',
  )
  expect(clock.nowMs()).toBe(Date.UTC(9999, 11, 31))
})
