import { ConnectionDroppedError } from '../control/state/connection-dropped-error.js'
import { faultKind, type FaultEffect } from '../control/state/fault.js'
import { SIGNED_ENDPOINTS } from '../endpoints/endpoint-name.js'
import { errorResponse } from '../errors/error-response.js'
import { apiError, UploadApiError } from '../errors/upload-api-error.js'
import { pause } from '../pause.js'
import type { Exchange, ServedEndpoint } from './exchange.js'
import { truncated } from './truncated.js'

const UNSIGNED_WARNING = '199 Miscellaneous warning: You should use secure requests to Uploadcare'

/** Handles a request: applies its faults, calls the endpoint, and records the result in the journal. */
export async function runExchange(
  endpoint: ServedEndpoint,
  incoming: Omit<Exchange, 'entry' | 'refusal'>,
): Promise<Response> {
  const { emulation, request, path } = incoming
  const effects = emulation.faults.take(endpoint.name)
  const entry = emulation.journal.open({
    endpoint: endpoint.name,
    method: request.method,
    path,
    receivedAtMs: emulation.clock.nowMs(),
  })
  entry.faults = effects.flatMap((effect) => faultKind(effect) ?? [])
  const exchange = { ...incoming, entry, refusal: refusalOf(effects) }
  try {
    await delayed(effects, exchange)
    const failure = effects.find((effect) => 'status' in effect || 'throttle' in effect || 'drop' in effect)
    const response = failure ? await failed(failure, endpoint, exchange) : await answered(endpoint, exchange)
    entry.status ??= response.status
    if (isUnsignedUpload(endpoint, exchange)) response.headers.set('Warning', UNSIGNED_WARNING)
    const cut = effects.find((effect) => 'truncateAfterBytes' in effect)
    if (!cut) return response
    const { cutAnswer } = exchange.bindings
    if (!cutAnswer) return await truncated(response, cut.truncateAfterBytes)
    cutAnswer(cut.truncateAfterBytes)
    return response
  } finally {
    emulation.journal.close(entry, emulation.clock.nowMs())
  }
}

async function answered(endpoint: ServedEndpoint, exchange: Exchange): Promise<Response> {
  try {
    // Signed endpoints refuse it themselves, after they have found the project.
    if (exchange.refusal && !SIGNED_ENDPOINTS.includes(endpoint.name)) throw exchange.refusal
    return await endpoint.answer(exchange)
  } catch (error) {
    if (!(error instanceof UploadApiError)) throw error
    return refused(error, endpoint, exchange)
  }
}

async function refused(
  error: UploadApiError,
  endpoint: ServedEndpoint,
  exchange: Exchange,
): Promise<Response> {
  const { body, request, entry } = exchange
  await body.drain()
  entry.status = error.status
  entry.errorCode = error.code
  return endpoint.describeError?.(error, exchange) ?? errorResponse(error, request)
}

async function failed(
  failure: Extract<FaultEffect, { status: number } | { throttle: object } | { drop: string }>,
  endpoint: ServedEndpoint,
  exchange: Exchange,
): Promise<Response> {
  if ('status' in failure) {
    await exchange.body.drain()
    const headers = { 'Content-Type': 'text/plain; charset=utf-8' }
    const hasBody = failure.status !== 204 && failure.status !== 205 && failure.status !== 304
    return new Response(hasBody ? (failure.body ?? 'Failed by a fault of the emulator.') : null, {
      status: failure.status,
      headers,
    })
  }
  if ('throttle' in failure) {
    const { code, status, message } = apiError('RequestThrottledError')
    const error = new UploadApiError(code, status, message, failure.throttle.retryAfterSeconds)
    return refused(error, endpoint, exchange)
  }
  if (failure.drop === 'answer') await answered(endpoint, exchange)
  throw new ConnectionDroppedError()
}

async function delayed(effects: readonly FaultEffect[], { request }: Exchange): Promise<void> {
  for (const effect of effects) {
    if ('latencyMs' in effect) await pause(effect.latencyMs, request.signal)
    if ('until' in effect)
      await untilAborted(
        effect.until.catch(() => undefined),
        request.signal,
      )
  }
}

async function untilAborted(waiting: Promise<unknown>, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  let stop: (() => void) | undefined
  const aborted = new Promise<void>((resolve) => {
    stop = resolve
    signal.addEventListener('abort', stop, { once: true })
  })
  await Promise.race([waiting, aborted])
  if (stop) signal.removeEventListener('abort', stop)
  signal.throwIfAborted()
}

function refusalOf(effects: readonly FaultEffect[]): UploadApiError | undefined {
  const fault = effects.find((effect) => 'refuse' in effect)
  return fault && apiError(fault.refuse)
}

/** Uploadcare warns about uploads without a credential, while secure uploading is off. */
function isUnsignedUpload({ name }: ServedEndpoint, { emulation, entry }: Exchange): boolean {
  if (!SIGNED_ENDPOINTS.includes(name) || entry.credential !== 'none') return false
  return emulation.projects.find(entry.publicKey ?? '')?.secureUploading === false
}
