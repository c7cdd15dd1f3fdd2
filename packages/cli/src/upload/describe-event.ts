import type { ClientEvent } from '@secure-uploading/client'

/** Tells in words why nothing moves for a while. */
export function describeEvent(event: ClientEvent): string | undefined {
  switch (event.type) {
    case 'retried': {
      const what = event.what === 'token' ? 'the token endpoint' : `/${event.what}/`
      return `trying ${what} again in ${(event.delayMs / 1000).toFixed(1)} s`
    }
    case 'refused':
      return `the token was refused (${event.code}), getting another one`
    case 'waiting':
      return 'waiting for the network'
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
