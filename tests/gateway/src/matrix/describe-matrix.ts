import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Way, WayResult } from '../client/ways.js'
import type { Endpoint } from '../gateway/endpoint.js'
import type { AsyncUploader, Platform } from '../world/platform.js'
import type { World } from '../world/start-world.js'
import { cellsOf } from './cells-of.js'
import { FINAL, INCOMPLETE, TRANSIENT, withoutIdentifiers, type Row, type TransientRow } from './rows.js'

type Counts = Partial<Record<Endpoint, number>>

interface Run extends WayResult {
  attempts: Counts
}

export interface MatrixOptions {
  ways: readonly Way[]
  /** Whether the platform lets the client read `Retry-After` of this answer. */
  readsRetryAfter: (row: TransientRow, endpoint: Endpoint) => boolean
}

const DEADLINE_MS = 1500
const FILES: Record<Way, number> = { direct: 1, parts: 1, group: 1, batch: 6, resumed: 1 }
// The first attempt and five retries, which is the client's default.
const MAX_ATTEMPTS = 6

/** Tests each failure in each way to upload, on one platform. */
export function describeMatrix(
  start: () => Promise<{ world: World; platform: Platform }>,
  { ways, readsRetryAfter }: MatrixOptions,
): void {
  let world: World
  let platform: Platform
  const usual = new Map<Way, Counts>()

  beforeAll(async () => {
    ;({ world, platform } = await start())
  })
  beforeEach(() => world.reset())
  afterAll(async () => {
    await platform.close()
    await world.close()
  })

  function describeRows<Kind extends Row>(
    rows: readonly Kind[],
    suffix: string,
    test: (row: Kind) => void,
  ): void {
    for (const row of rows.filter((each) => cellsOf(each, ways).length > 0)) {
      describe(`${row.name}${suffix}`, () => {
        test(row)
      })
    }
  }

  async function run(way: Way, row?: Row, endpoint?: Endpoint, times = 1): Promise<Run> {
    const isCut = row?.effect.kind === 'cut'
    const uploader = await platform.createUploader(isCut ? { deadlineMs: DEADLINE_MS } : {})
    if (way === 'resumed') await interruptAfterFirstPart(world, uploader)
    world.log.clear()
    if (row && endpoint) world.rules.add({ endpoint, effect: row.effect, times })
    const result = await uploader.run(way)
    return { ...result, attempts: world.log.all() }
  }

  /** Counts the requests of a way without failures. */
  async function usualAttempts(way: Way): Promise<Counts> {
    const known = usual.get(way)
    if (known) return known
    const { attempts, outcomes } = await run(way)
    expect(outcomes.map(({ status }) => status)).toEqual(Array(FILES[way]).fill('fulfilled'))
    usual.set(way, attempts)
    await world.reset()
    return attempts
  }

  describeRows(TRANSIENT, '', (row) => {
    it.each(cellsOf(row, ways))('is retried once at %s in %s', async (endpoint, _name, way) => {
      const before = await usualAttempts(way)
      const { outcomes, attempts, retries } = await run(way, row, endpoint)

      expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([])
      expect(outcomes).toHaveLength(FILES[way])
      const expected = { ...before, [endpoint]: (before[endpoint] ?? 0) + 1 }
      if (endpoint === 'multipart/complete' && isAnswerLost(row)) expected.info = (before.info ?? 0) + 1
      expect(attempts).toEqual(expected)
      // The user learns of it after the first attempt. Chromium itself may repeat a request on a reused connection.
      expect(retries.length).toBeLessThanOrEqual(1)
      if (platform.name === 'Node') expect(retries).toHaveLength(1)
      if (row.retryAfterMs !== undefined && readsRetryAfter(row, endpoint)) {
        expect(Math.max(0, ...retries.map(({ delayMs }) => delayMs))).toBeGreaterThanOrEqual(row.retryAfterMs)
      }
    })
  })

  describeRows(FINAL, '', (row) => {
    it.each(cellsOf(row, ways))('fails without a retry at %s in %s', async (endpoint, _name, way) => {
      const before = await usualAttempts(way)
      const { outcomes, attempts, retries } = await run(way, row, endpoint)

      const rejected = outcomes.filter((outcome) => outcome.status === 'rejected')
      expect(rejected).toHaveLength(1)
      expect(retries).toEqual([])
      expect(attempts[endpoint]).toBeLessThanOrEqual(before[endpoint] ?? 0)
      const [{ message, code } = { message: '', code: '' }] = rejected
      if (endpoint === 'token') {
        expect(code).toMatch(/^ERR_/)
      } else {
        expect(message).toContain(String(row.status))
        expect(message).toContain(world.uploadHost)
        if (row.message) expect(message).toMatch(row.message)
      }
    })
  })

  if (ways.includes('parts')) {
    it('completes an answer of multipart/complete with /info/', async () => {
      const row: Row = { name: 'incomplete', effect: { kind: 'edit', edit: withoutIdentifiers } }
      const { outcomes, attempts } = await run('parts', row, 'multipart/complete')
      expect(outcomes).toEqual([
        {
          status: 'fulfilled',
          uuid: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
          sizeBytes: 10_485_760,
        },
      ])
      expect(attempts.info).toBe(1)
    })
  }

  describeRows(INCOMPLETE, ' under status 200', (row) => {
    it.each(cellsOf(row, ways))('never counts as success at %s in %s', async (endpoint, _name, way) => {
      const { outcomes, attempts } = await run(way, row, endpoint, Infinity)

      expect(outcomes.map(({ status }) => status)).toEqual(Array(FILES[way]).fill('rejected'))
      expect(attempts[endpoint]).toBeLessThanOrEqual(MAX_ATTEMPTS * FILES[way] * (way === 'group' ? 3 : 1))
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') {
          expect(outcome.message).not.toMatch(/Unexpected|not valid JSON|undefined|Cannot read/)
        }
      }
    })
  })
}

/** The upload is complete, and only /info/ still describes the file. */
const isAnswerLost = ({ effect }: Row): boolean =>
  effect.kind === 'cut' || (effect.kind === 'reset' && effect.after === 'answer')

/** Leaves a stored session whose first part has arrived. */
async function interruptAfterFirstPart(world: World, uploader: AsyncUploader): Promise<void> {
  world.rules.add({ endpoint: 'part', skip: 1, effect: { kind: 'hold' } })
  await uploader.begin()
  // The second part is sent once the first one is stored.
  await expect.poll(() => world.log.attempts('part')).toBe(2)
  await uploader.abandon()
  world.rules.clear()
}
