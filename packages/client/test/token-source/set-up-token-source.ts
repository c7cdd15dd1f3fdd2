import type { UploadToken } from '@secure-uploading/core/token'
import { createTokenSource } from '../../src/token-source/create-token-source.js'
import type { TokenEvent } from '../../src/token-source/token-event.js'
import type { TokenSourceOptions } from '../../src/token-source/token-source-options.js'
import { createFakeClock } from '../fake-clock.js'
import { createFakeEndpoint, type FakeEndpointOptions } from '../fake-endpoint.js'

export const ENDPOINT = 'https://app.example/api/upload-token'

/** Creates a token source with a fake clock and an endpoint that numbers its tokens. */
export function setUpTokenSource(
  endpointOptions: FakeEndpointOptions = {},
  options: TokenSourceOptions = {},
) {
  const clock = createFakeClock()
  const endpoint = createFakeEndpoint(clock, endpointOptions)
  const events: TokenEvent[] = []
  const source = createTokenSource({
    ...(options.fetchToken ? {} : { endpoint: ENDPOINT }),
    fetch: endpoint.fetch,
    clock,
    random: () => 1,
    onEvent: (event) => events.push(event),
    ...options,
  })
  return { clock, endpoint, source, events, types: () => events.map(({ type }) => type) }
}

/** Returns the number of a token. */
export const numberOf = (token: UploadToken): number =>
  'secureSignature' in token ? Number(token.secureSignature) : NaN
