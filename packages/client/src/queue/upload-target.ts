import { withoutUndefined } from '../options/without-undefined.js'
import { createRetries } from '../requests/create-retries.js'
import { classifyFailure } from '../requests/classify-failure.js'
import { contextOf } from '../requests/context-of.js'
import { toWaitingEvent } from '../requests/take-token.js'
import type { UploadEvent } from '../requests/upload-event.js'
import type { UploadOptions } from '../requests/upload-options.js'
import type { UploadRouteRules } from '../routes/route-types.js'
import type { UploadRoute } from '../routes/upload-route.js'
import type { TokenSource } from '../token-source/token-source.js'
import type { UploadQueueTarget } from './upload-queue.js'

/** Where a queue sends its files: the same for a client, a token source and an upload route. */
export interface UploadTarget<Data> {
  source: TokenSource
  /** The options of each upload, in the state of the moment: the settings of a client may change. */
  options: () => UploadOptions
  onEvent: ((event: UploadEvent) => void) | undefined
  route: UploadRoute<Data> | undefined
}

/** @throws {TypeError} unless exactly one of `client`, `source` and `route` is given. */
export function parseTarget<Data>({ client, source, route }: UploadQueueTarget<Data>): UploadTarget<Data> {
  const given: unknown[] = [client, source, route].filter((one) => one !== undefined)
  const tokenSource = client?.tokenSource ?? route?.tokenSource ?? source
  if (given.length !== 1 || typeof tokenSource?.getToken !== 'function') {
    throw new TypeError(
      'Set exactly one of "client" (a SecureUploadClient), "source" (a token source) and "route" (an upload route)',
    )
  }
  const { onEvent, ...shared } = route?.uploadOptions ?? {}
  // The server stores a file of a route when it accepts it.
  const ofRoute: UploadOptions = { ...withoutUndefined(shared), ...(route && { store: false }) }
  return {
    source: tokenSource,
    options: () => client?.uploadOptions ?? ofRoute,
    onEvent: client?.onEvent ?? onEvent,
    route,
  }
}

/**
 * Fetches the rules of a route. Waits while the device is offline.
 *
 * @param onEvent called with what the fetch waits for
 */
export async function fetchRules<Data>(
  { source, options }: UploadTarget<Data>,
  route: UploadRoute<Data>,
  signal: AbortSignal,
  onEvent: (event: UploadEvent) => void,
): Promise<UploadRouteRules> {
  const context = contextOf(source, onEvent)
  const retries = createRetries(context, { name: 'base', options: { ...options(), signal }, address: '' })
  const onRetry = toWaitingEvent('base', context.emit)
  for (;;) {
    try {
      return await route.rules({ signal, onRetry })
    } catch (error) {
      await retries.wait(error, classifyFailure(error, undefined, source.clock.wallMs()))
    }
  }
}
