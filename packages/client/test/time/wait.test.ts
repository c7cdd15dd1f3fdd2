import { expect, it } from 'vitest'
import { wait } from '../../src/time/wait.js'
import { createFakeClock, settlePromises } from '../fake-clock.js'

it('wait resolves after the given milliseconds, and not earlier', async () => {
  const clock = createFakeClock()
  let isOver = false
  void wait(clock, 500, undefined).then(() => (isOver = true))
  await clock.advance(499)
  expect(isOver).toBe(false)
  await clock.advance(1)
  expect(isOver).toBe(true)
})

it('wait rejects when the signal aborts, and leaves no timer', async () => {
  const clock = createFakeClock()
  const controller = new AbortController()
  const waiting = wait(clock, 3_600_000, controller.signal).catch((reason: unknown) => reason)
  await settlePromises()
  expect(clock.timers).toBe(1)
  controller.abort('signed out')
  expect(await waiting).toBe('signed out')
  expect(clock.timers).toBe(0)
})
