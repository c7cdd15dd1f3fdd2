import fc from 'fast-check'
import { expect, it } from 'vitest'
import { settlePromises } from '../fake-clock.js'
import { createTokenWorld, type TokenWorld } from './token-world.js'

interface Step {
  name: string
  run: (world: TokenWorld) => void | Promise<void>
}

const durationMs = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 200_000 }))
const hoursMs = { min: -7_200_000, max: 7_200_000 }

const get = fc.constant<Step>({
  name: 'get',
  run: (world) => {
    world.getToken(false)
  },
})
const getAndAbort = fc.constant<Step>({
  name: 'get and abort',
  run: (world) => {
    world.getToken(true)
  },
})
const refuse = fc.constant<Step>({
  name: 'refuse',
  run: (world) => {
    world.invalidate()
  },
})
const clear = fc.constant<Step>({
  name: 'clear',
  run: (world) => {
    world.clear()
  },
})
const advance = durationMs.map<Step>((ms) => ({
  name: `advance ${String(ms)}`,
  run: (world) => world.advance(ms),
}))
const sleep = fc.integer({ ...hoursMs, min: 1 }).map<Step>((ms) => ({
  name: `sleep ${String(ms)}`,
  run: (world) => world.sleep(ms),
}))
const setClock = fc.integer(hoursMs).map<Step>((ms) => ({
  name: `set the clock by ${String(ms)}`,
  run: (world) => world.step(ms),
}))
const outcome = fc.oneof(
  { weight: 4, arbitrary: fc.constant('token' as const) },
  { weight: 1, arbitrary: fc.constantFrom('lost', '401', '503', 'html', 'hangs') },
)
const answerNext = fc
  .record({ latencyMs: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8000 })), outcome })
  .map<Step>((latency) => ({
    name: `answer ${latency.outcome} in ${String(latency.latencyMs)}`,
    run: (world) => {
      world.next(latency)
    },
  }))

const step = fc.oneof(
  { weight: 6, arbitrary: get },
  { weight: 1, arbitrary: getAndAbort },
  { weight: 1, arbitrary: refuse },
  { weight: 1, arbitrary: clear },
  { weight: 5, arbitrary: advance },
  { weight: 1, arbitrary: sleep },
  { weight: 1, arbitrary: setClock },
  { weight: 3, arbitrary: answerNext },
)

it('a token source keeps its invariants for random sequences of calls, failures and clock changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 120 }),
      fc.array(step, { maxLength: 40 }),
      async (lifeSeconds, steps) => {
        const world = createTokenWorld(lifeSeconds)
        for (const { run } of steps) await run(world)
        await settlePromises()
        // By then every attempt has timed out and every backoff is over.
        await world.advance(600_000)
        expect(world.violations).toEqual([])
        expect(world.unsettled).toBe(0)
      },
    ),
    { numRuns: Number(process.env['FC_RUNS'] ?? 300) },
  )
})
