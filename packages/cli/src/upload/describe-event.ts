import type { ClientEvent } from '@secure-uploading/client'

/** Describes an event that delays an upload. */
export function describeEvent(event: ClientEvent): string | undefined {
  switch (event.type) {
    case 'retried': {
      const what = event.what === 'token' ? 'the token endpoint' : `/${event.what}/`
      return `retrying ${what} in ${(event.delayMs / 1000).toFixed(1)} s`
    }
    case 'refused':
      return `token refused (${event.code}), fetching a new one`
    case 'waiting':
      // The token source has an event of its own.
      return event.for === 'token' ? undefined : 'waiting for the network'
    case 'fetched':
    case 'refreshed':
    case 'invalidated':
    case 'failed':
    case 'cleared':
    case 'paused':
    case 'resumed':
    case 'split':
      return undefined
  }
}
