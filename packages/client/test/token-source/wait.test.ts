import { expect, it } from 'vitest'
import { wait } from '../../src/token-source/wait.js'
import { createFakeClock, settlePromises } from '../fake-clock.js'

it('is over after so many milliseconds, and no sooner', async () => {
  const clock = createFakeClock()
  let isOver = false
  void wait(clock, 500, undefined).then(() => (isOver = true))
  await clock.advance(499)
  expect(isOver).toBe(false)
  await clock.advance(1)
  expect(isOver).toBe(true)
})

it('ends with the signal, and leaves no timer behind', async () => {
  const clock = createFakeClock()
  const controller = new AbortController()
  const waiting = wait(clock, 3_600_000, controller.signal).catch((reason: unknown) => reason)
  await settlePromises()
  expect(clock.timers).toBe(1)
  controller.abort('signed out')
  expect(await waiting).toBe('signed out')
  expect(clock.timers).toBe(0)
})
