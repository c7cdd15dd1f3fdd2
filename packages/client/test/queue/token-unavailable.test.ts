import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createUploadQueue } from '../../src/queue/create-upload-queue.js'
import type { UploadQueue } from '../../src/queue/upload-queue.js'
import { createFakeClock } from '../fake-clock.js'
import { useStage } from '../use-stage.js'
import { fileOf } from './open-page.js'

const stage = await useStage()
const queues: UploadQueue[] = []
let clock = createFakeClock()
/** The next answers of the token endpoint. After them, it issues tokens. */
let answers: ((signal: AbortSignal | null | undefined) => Promise<Response>)[] = []

beforeEach(() => {
  clock = createFakeClock()
  answers = []
})
afterEach(() => {
  for (const queue of queues.splice(0)) queue.destroy()
})

const refused = (): Promise<Response> => Promise.reject(new TypeError('Failed to fetch'))
const status =
  (code: number, headers: Record<string, string> = {}) =>
  (): Promise<Response> =>
    Promise.resolve(new Response('{}', { status: code, headers }))
const hanging = (signal: AbortSignal | null | undefined): Promise<Response> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted'))))

function open(): UploadQueue {
  const issue = stage.createClient().tokenSource
  const client = stage.createClient(
    {},
    {
      clock,
      random: () => 1,
      fetch: async (_, init) => {
        const answer = answers.shift()
        return answer ? answer(init?.signal) : Response.json({ ...(await issue.getToken()), expiresIn: 60 })
      },
    },
  )
  const queue = createUploadQueue({ client })
  queues.push(queue)
  return queue
}

/** Returns the status of each item, and for how many milliseconds it waits for what. */
const shown = (queue: UploadQueue): string[] =>
  queue.getSnapshot().items.map(({ status: state, waitingFor, error }) => {
    if (waitingFor?.reason !== 'retry') return `${state} ${error?.message ?? ''}`.trim()
    return `${state} ${String(waitingFor.retryAtMs - clock.wallMs())} ms for the ${waitingFor.what}`
  })

/** Lets the bytes of a file be read, which takes real time. */
async function untilShown(queue: UploadQueue, texts: string[]): Promise<void> {
  await expect
    .poll(async () => {
      await clock.advance(0)
      return shown(queue)
    })
    .toStrictEqual(texts)
}

describe('a file of a queue whose token endpoint fails', () => {
  it.each([
    ['refuses the connection', refused, 500],
    ['answers 503', status(503), 500],
    ['answers 503 with Retry-After', status(503, { 'retry-after': '4' }), 4000],
    ['answers 429 with Retry-After', status(429, { 'retry-after': '7' }), 7000],
  ])('waits for the token after the first attempt, when the endpoint %s', async (_, answer, delayMs) => {
    answers = [answer, answer]
    const queue = open()
    queue.add([fileOf('a.txt'), fileOf('large.bin', 11_000_000)])
    const waiting = `waiting ${String(delayMs)} ms for the token`
    await untilShown(queue, [waiting, waiting])
    expect(queue.getSnapshot().status).toBe('uploading')
    await clock.advance(delayMs)
    expect(shown(queue)[0]).toMatch(/^waiting \d+ ms for the token$/)
    await clock.advance(delayMs * 2)
    await queue.settled()
    expect(shown(queue)).toStrictEqual(['uploaded', 'uploaded'])
  })

  it('waits after the time limit of an attempt, when the endpoint does not answer', async () => {
    answers = [hanging, hanging]
    const queue = open()
    queue.add([fileOf('a.txt')])
    await untilShown(queue, ['uploading'])
    await expect.poll(() => answers.length).toBe(1)
    await clock.advance(10_000)
    expect(shown(queue)).toStrictEqual(['waiting 500 ms for the token'])
    await clock.advance(500)
    expect(shown(queue)).toStrictEqual(['uploading'])
    await clock.advance(10_000)
    expect(shown(queue)).toStrictEqual(['waiting 1000 ms for the token'])
  })

  it('waits for the rest of a delay when it is added later', async () => {
    answers = [status(503, { 'retry-after': '20' })]
    const queue = open()
    queue.add([fileOf('a.txt')])
    await untilShown(queue, ['waiting 20000 ms for the token'])
    await clock.advance(5000)
    queue.add([fileOf('b.txt')])
    await untilShown(queue, ['waiting 15000 ms for the token', 'waiting 15000 ms for the token'])
  })

  it('fails with what to do when the endpoint keeps failing', async () => {
    answers = Array.from({ length: 6 }, () => status(503))
    const queue = open()
    queue.add([fileOf('a.txt')])
    await untilShown(queue, ['waiting 500 ms for the token'])
    await clock.advance(60_000)
    expect(shown(queue)).toStrictEqual(['failed The token endpoint answered 503. See its log.'])
  })

  it('can be paused, canceled and cleared while it waits, and leaves no timer', async () => {
    answers = [status(503, { 'retry-after': '20' })]
    const queue = open()
    const [a, b] = queue.add([fileOf('a.txt'), fileOf('b.txt')])
    const waiting = 'waiting 20000 ms for the token'
    await untilShown(queue, [waiting, waiting])
    queue.pause(a?.id)
    queue.cancel(b?.id)
    expect(shown(queue)).toStrictEqual(['paused', 'canceled'])
    await clock.advance(20_000)
    queue.resume()
    await queue.settled()
    expect(shown(queue)).toStrictEqual(['uploaded', 'canceled'])
    queue.clear()
    await clock.advance(60_000)
    expect(clock.timers).toBe(0)
  })

  it('is sent with a token that is still valid, and does not wait', async () => {
    const queue = open()
    queue.add([fileOf('a.txt')])
    await queue.settled()
    // The token is refreshed 15 s before it ends.
    await clock.advance(50_000)
    answers = [status(503), status(503)]
    const waits: string[] = []
    queue.subscribe(() => waits.push(...shown(queue).filter((text) => text.startsWith('waiting'))))
    queue.add([fileOf('b.txt')])
    await queue.settled()
    expect(shown(queue)).toStrictEqual(['uploaded', 'uploaded'])
    expect(waits).toStrictEqual([])
  })
})
