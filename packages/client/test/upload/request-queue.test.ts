import { describe, expect, it } from 'vitest'
import { createAdaptiveLimit } from '../../src/upload/create-adaptive-limit.js'
import { createRequestQueue } from '../../src/upload/create-request-queue.js'
import { createFakeClock, settlePromises } from '../fake-clock.js'

/** Runs tasks of 100 kB in a queue on a connection that finishes `perSecond(running)` tasks per second. */
async function run(perSecond: (running: number) => number, tasks: number, limit?: number) {
  const clock = createFakeClock()
  const queue = createRequestQueue(clock, limit)
  let running = 0
  let most = 0
  let finished = 0
  const task = async (): Promise<void> => {
    running++
    most = Math.max(most, running)
    await new Promise<void>((resolve) => clock.setTimeout(resolve, (1000 * running) / perSecond(running)))
    running--
    finished++
  }
  const all = Promise.all(Array.from({ length: tasks }, () => queue.add(task, 100_000)))
  while (finished < tasks) await clock.advance(100)
  await all
  return most
}

describe('createRequestQueue', () => {
  it('runs at most the fixed limit, in order, and never changes it', async () => {
    expect(await run(() => 10, 30, 3)).toBe(3)
  })

  it('starts at 6 and stays there when more requests are not faster', async () => {
    const most = await run(() => 10, 60)
    expect(most).toBeLessThanOrEqual(7)
    expect(most).toBeGreaterThanOrEqual(6)
  })

  it('rises by one per round up to 16 when more requests are faster', async () => {
    expect(await run((running) => running ** 2, 400)).toBeGreaterThan(8)
    expect(await run((running) => running ** 2, 2000)).toBe(16)
  })

  it('halves when it is slowed down, and never below 1', async () => {
    for (const [times, expected] of [6, 3, 2, 1, 1].entries()) {
      const queue = createRequestQueue(createFakeClock(), undefined)
      for (let count = 0; count < times; count++) queue.slowDown()
      let running = 0
      for (let task = 0; task < 20; task++) {
        void queue.add(() => {
          running++
          return new Promise(() => undefined)
        })
      }
      await settlePromises()
      expect(running).toBe(expected)
    }
  })

  it('continues after a task that fails', async () => {
    const queue = createRequestQueue(createFakeClock(), 1)
    const failing = queue.add(() => Promise.reject(new Error('failed')))
    const next = queue.add(() => Promise.resolve('done'))
    await expect(failing).rejects.toThrow('failed')
    expect(await next).toBe('done')
  })
})

describe('createAdaptiveLimit', () => {
  it('recovers from slow rounds on a connection where each request takes the same time', async () => {
    const clock = createFakeClock()
    const limit = createAdaptiveLimit(clock, undefined)
    for (let round = 1; round < 100; round++) {
      const requests = limit.current()
      await clock.advance(round % 20 === 0 ? 2000 : 1000)
      for (let request = 0; request < requests; request++) limit.measure(100_000)
    }
    expect(limit.current()).toBeGreaterThan(8)
  })
})
