import type { ClientEvent } from '@secure-uploading/client'
import { formatBytes } from '@secure-uploading/demo-kit/texts'
import { formatCountdown } from '../format/format-countdown.js'
import { formatLifetime } from '../format/format-lifetime.js'
import type { TokenState } from '../state/token-state.js'
import { withEntry } from './with-entry.js'

/** Returns the state of the panel after an event of the token source or the client. */
export function afterEvent(state: TokenState, event: ClientEvent): TokenState {
  switch (event.type) {
    case 'fetched':
    case 'refreshed':
      return afterToken(state, event.expiresInMs)
    case 'refused': {
      const counted = { ...state, refusedCount: state.refusedCount + 1 }
      // Further requests with the old token may be refused after the new token has arrived.
      const token = state.token === 'held' ? 'held' : 'refused'
      return withEntry({ ...counted, token }, 'refused', `/${event.what}/ refused the token: ${event.code}`)
    }
    case 'invalidated':
      return { ...state, token: 'none' }
    case 'retried':
      return withEntry(state, 'plain', `${describeRetry(event)}. Retry in ${formatCountdown(event.delayMs)}`)
    case 'waiting':
      // The token source has an event of its own.
      if (event.for === 'token') return state
      return withEntry(state, 'plain', `Offline: will retry /${event.what}/ when back online`)
    case 'split':
      return withEntry(
        state,
        'plain',
        `${formatBytes(event.sizeBytes)} took longer than the token is valid. Sending in parts`,
      )
    case 'failed':
      return withEntry(
        state,
        'bad',
        event.error instanceof Error ? event.error.message : 'Could not fetch a token',
      )
    case 'cleared':
      return withEntry({ ...state, token: 'none' }, 'plain', 'Token dropped')
    // This page never pauses, and newer clients may report events that the panel does not show.
    case 'paused':
    case 'resumed':
    default:
      return state
  }
}

function afterToken(state: TokenState, expiresInMs: number): TokenState {
  const cause = {
    held: 'Token renewed',
    none: 'Token fetched',
    refused: 'New token, retrying the request',
  }[state.token]
  const counted: TokenState = {
    ...state,
    token: 'held',
    fetchedCount: state.fetchedCount + 1,
    renewedCount: state.renewedCount + Number(state.token === 'held'),
  }
  return withEntry(counted, 'good', `${cause}. Valid for ${formatLifetime(expiresInMs)}`)
}

function describeRetry(event: Extract<ClientEvent, { type: 'retried' }>): string {
  if (!('because' in event)) return 'The token endpoint failed'
  return {
    network: `/${event.what}/ is unreachable`,
    server: `/${event.what}/ failed with a server error`,
    throttled: `/${event.what}/ is throttled`,
  }[event.because]
}
