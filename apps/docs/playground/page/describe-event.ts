import type { ClientEvent } from '@secure-uploading/client'

/** Describes an event of the client in one sentence. */
export function describeEvent(event: ClientEvent): string {
  switch (event.type) {
    case 'fetched':
      return `The client has a token for ${seconds(event.expiresInMs)}.`
    case 'refreshed':
      return `The client replaced its token. The new one is valid for ${seconds(event.expiresInMs)}.`
    case 'invalidated':
      return `The client dropped a token that was ${seconds(event.ageMs)} old.`
    case 'refused':
      return `The Upload API refused a token (${event.code}). The client fetches a new one and repeats the request.`
    case 'retried':
      return `Attempt ${event.attempt} of ${event.what} failed. The client repeats it in ${seconds(event.delayMs)}.`
    case 'failed':
      return `The client got no token: ${event.error instanceof Error ? event.error.message : 'unknown error'}`
    case 'cleared':
      return 'The client forgot its token.'
    case 'waiting':
      if (event.for === 'token')
        return `${event.what} waits for a token. The client asks for it again in ${seconds(event.delayMs)}.`
      return `The device is offline. The client sends ${event.what} when it is online again.`
    case 'paused':
      return 'The upload is paused.'
    case 'resumed':
      return 'The upload continues.'
    case 'split':
      return 'The file took longer than its token is valid. The client sends it in parts, which need no token.'
  }
}

const seconds = (durationMs: number): string =>
  `${(durationMs / 1000).toFixed(durationMs < 10_000 ? 1 : 0)} s`
