import { SecureUploadError, type ClientEvent } from '@secure-uploading/client'
import { describe, expect, it } from 'vitest'
import { NO_TOKENS_YET } from '../../src/page/state/token-state.js'
import { afterEvent } from '../../src/page/tokens/after-event.js'

const fetched: ClientEvent = { type: 'fetched', expiresInMs: 5000, tookMs: 3 }
const refreshed: ClientEvent = { type: 'refreshed', expiresInMs: 5000, tookMs: 3 }
const invalidated: ClientEvent = { type: 'invalidated', ageMs: 1000 }
const refused: ClientEvent = { type: 'refused', what: 'base', code: 'SignatureInvalidError', ageMs: 1000 }

const after = (...events: ClientEvent[]) => events.reduce(afterEvent, NO_TOKENS_YET)

describe('afterEvent', () => {
  it('counts a token that replaced an unexpired one as renewed', () => {
    const state = after(fetched, refreshed)
    expect(state).toMatchObject({ token: 'held', fetchedCount: 2, renewedCount: 1, refusedCount: 0 })
    expect(state.entries.map(({ text }) => text)).toEqual([
      'Token renewed. Valid for 5 sec',
      'Token fetched. Valid for 5 sec',
    ])
  })

  it('counts each refused request, and does not count the token that replaced a refused one as renewed', () => {
    const state = after(fetched, invalidated, refused, refused, refreshed, refused)
    expect(state).toMatchObject({ token: 'held', fetchedCount: 2, renewedCount: 0, refusedCount: 3 })
    expect(state.entries[1]?.text).toBe('New token, retrying the request. Valid for 5 sec')
  })

  it('counts a token that was dropped without a refusal as neither renewed nor refused', () => {
    const state = after(fetched, invalidated, refreshed)
    expect(state).toMatchObject({ renewedCount: 0, refusedCount: 0 })
    expect(state.entries[0]?.text).toBe('Token fetched. Valid for 5 sec')
  })

  it('drops the token after a cleared event', () => {
    expect(after(fetched, { type: 'cleared' }).token).toBe('none')
  })

  it('describes a retry and its delay', () => {
    const state = after(
      { type: 'retried', what: 'base', because: 'network', attempt: 1, delayMs: 1500 },
      {
        type: 'retried',
        what: 'token',
        attempt: 1,
        delayMs: 20_000,
        error: new SecureUploadError('ERR_INTERNAL', 'It answered 500.'),
      },
    )
    expect(state.entries.map(({ text }) => text)).toEqual([
      'The token endpoint failed. Retry in 20 s',
      '/base/ is unreachable. Retry in 1.5 s',
    ])
  })

  it('describes a request that waits for the network', () => {
    const state = after({ type: 'waiting', what: 'multipart/part', for: 'network' })
    expect(state.entries[0]?.text).toBe('Offline: will retry /multipart/part/ when back online')
  })

  it('shows the failure of the token endpoint once, however many files wait for the token', () => {
    const error = new SecureUploadError('ERR_INTERNAL', 'The token endpoint answered 503', { status: 503 })
    const state = after(
      { type: 'retried', what: 'token', attempt: 1, delayMs: 20_000, error },
      ...['a', 'b'].map((id): ClientEvent => ({
        ...{ type: 'waiting', what: 'base', for: 'token', delayMs: 20_000, error },
        id,
      })),
    )
    expect(state.entries.map(({ text }) => text)).toEqual(['The token endpoint failed. Retry in 20 s'])
  })

  it('keeps the newest hundred entries', () => {
    const state = after(...Array.from({ length: 130 }, () => refused))
    expect(state.entries.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, index) => 130 - index))
  })
})
