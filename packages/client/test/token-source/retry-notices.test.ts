import { describe, expect, it } from 'vitest'
import type { TokenRetriedEvent } from '../../src/token-source/token-event.js'
import { numberOf, setUpTokenSource } from './set-up-token-source.js'

const unavailable = (): Response => new Response('{}', { status: 503 })
const unavailableFor = (seconds: number) => (): Response =>
  new Response('{}', { status: 503, headers: { 'retry-after': String(seconds) } })

/** Calls `getToken`, and collects the delays that it is notified of. */
function ask(source: ReturnType<typeof setUpTokenSource>['source'], signal?: AbortSignal) {
  const events: TokenRetriedEvent[] = []
  const token = source.getToken({ signal, onRetry: (event) => events.push(event) })
  token.catch(() => undefined)
  return { token, delays: () => events.map(({ delayMs }) => delayMs), events }
}

describe('onRetry of getToken', () => {
  it('is called for each caller after each failed request that is repeated, with the error', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
    endpoint.answers = [unavailable, unavailable]
    const callers = [ask(source), ask(source)]
    await clock.advance(60_000)
    for (const { delays, events } of callers) {
      expect(delays()).toEqual([500, 1000])
      expect(events[0]?.error).toMatchObject({ code: 'ERR_INTERNAL', status: 503 })
    }
    expect(endpoint.requests).toHaveLength(3)
  })

  it('is called with the rest of the delay for a caller that asks during it', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
    endpoint.answers = [unavailableFor(20)]
    ask(source)
    await clock.advance(5000)
    const late = ask(source)
    await clock.advance(15_000)
    expect(late.delays()).toEqual([15_000])
    expect(numberOf(await late.token)).toBe(2)
  })

  it('is not called while the next request is under way', async () => {
    const { clock, endpoint, source } = setUpTokenSource({ latencyMs: 1000 })
    endpoint.answers = [unavailable]
    ask(source)
    await clock.advance(1500)
    const late = ask(source)
    await clock.advance(1000)
    expect(late.delays()).toEqual([])
    expect(numberOf(await late.token)).toBe(2)
  })

  it('is not called for a caller that gets an old token, that has aborted, or of a session that ended', async () => {
    const { clock, endpoint, source } = setUpTokenSource({ expiresIn: 60 })
    await source.getToken()
    await clock.advance(50_000)
    endpoint.answers = [unavailable, unavailable]
    const served = ask(source)
    await clock.advance(400)
    expect(numberOf(await served.token)).toBe(1)
    expect(served.delays()).toEqual([])
    await clock.advance(20_000)

    endpoint.answers = [unavailable, unavailable]
    await clock.advance(60_000)
    const controller = new AbortController()
    const aborted = ask(source, controller.signal)
    controller.abort()
    const ended = ask(source)
    source.clear()
    await clock.advance(60_000)
    expect([aborted.delays(), ended.delays()]).toEqual([[], []])
  })

  it('must not fail the call when it throws', async () => {
    const { clock, endpoint, source } = setUpTokenSource()
    endpoint.answers = [unavailable]
    const token = source.getToken({
      onRetry() {
        throw new Error('of the app')
      },
    })
    await clock.advance(500)
    expect(numberOf(await token)).toBe(2)
  })
})
