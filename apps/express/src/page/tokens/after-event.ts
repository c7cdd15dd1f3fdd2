import type { ClientEvent } from '@secure-uploading/client'
import { formatBytes } from '../format/format-bytes.js'
import { formatCountdown } from '../format/format-countdown.js'
import { formatLife } from '../format/format-life.js'
import type { TokenState } from '../state/token-state.js'
import { withEntry } from './with-entry.js'

/** Works out what the panel shows once the token source or the client has reported something. */
export function afterEvent(state: TokenState, event: ClientEvent): TokenState {
  switch (event.type) {
    case 'fetched':
    case 'refreshed':
      return afterToken(state, event.expiresInMs)
    case 'refused': {
      const counted = { ...state, refusedCount: state.refusedCount + 1 }
      // Others may be refused later for the same token, when a new one is there already.
      const token = state.token === 'held' ? 'held' : 'refused'
      return withEntry({ ...counted, token }, 'refused', `/${event.what}/ refused the token: ${event.code}`)
    }
    case 'invalidated':
      return { ...state, token: 'none' }
    case 'retried':
      return withEntry(state, 'plain', `${describeRetry(event)}: again in ${formatCountdown(event.delayMs)}`)
    case 'waiting':
      return withEntry(state, 'plain', `No connection: /${event.what}/ is sent when there is one`)
    case 'split':
      return withEntry(
        state,
        'plain',
        `${formatBytes(event.sizeBytes)} took too long for one token: sent in parts`,
      )
    case 'failed':
      return withEntry(
        state,
        'bad',
        event.error instanceof Error ? event.error.message : 'No token was given',
      )
    case 'cleared':
      return withEntry({ ...state, token: 'none' }, 'plain', 'Token dropped')
    // This page pauses nothing, and a newer client may tell more than the panel shows.
    case 'paused':
    case 'resumed':
    default:
      return state
  }
}

function afterToken(state: TokenState, expiresInMs: number): TokenState {
  const what = {
    held: 'Renewed in time',
    none: 'Token fetched',
    refused: 'New token, the request goes again',
  }[state.token]
  const counted: TokenState = {
    ...state,
    token: 'held',
    fetchedCount: state.fetchedCount + 1,
    renewedCount: state.renewedCount + Number(state.token === 'held'),
  }
  return withEntry(counted, 'good', `${what}. It lives ${formatLife(expiresInMs)}`)
}

function describeRetry(event: Extract<ClientEvent, { type: 'retried' }>): string {
  if (!('because' in event)) return 'The token endpoint gave no token'
  return {
    network: `/${event.what}/ could not be reached`,
    server: `/${event.what}/ failed on the server`,
    throttled: `/${event.what}/ asked to slow down`,
  }[event.because]
}
