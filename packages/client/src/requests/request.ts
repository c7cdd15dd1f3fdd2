import { isSecureUploadError } from '@secure-uploading/core/token'
import { UploadError } from '@uploadcare/upload-client'
import { backoffMs } from '../time/backoff-ms.js'
import { wait } from '../time/wait.js'
import { withDeadline } from '../time/with-deadline.js'
import { classifyFailure } from './classify-failure.js'
import { DEFAULTS } from './defaults.js'
import { expiredInFlight, isRefusal, refusalError } from './refusal.js'
import type { RequestContext } from './request-context.js'
import { takeCredential, type Credential, type SignedOptions } from './take-credential.js'
import { throttleDelayMs } from './throttle-delay-ms.js'
import { toCancelError } from './to-cancel-error.js'
import type { UploadRequest } from './upload-event.js'
import type { UploadOptions } from './upload-options.js'

/** The options for one attempt, for the upload-client function that sends it. */
export type Attempt<Options> = Options & {
  /** upload-client's own retries are off: they would repeat a request with an old token. */
  retryThrottledRequestMaxTimes: 0
  retryNetworkErrorMaxTimes: 0
  /** Ends with the attempt. upload-client never removes its listeners, and 5000 files may share one signal. */
  signal: AbortSignal
}

/** The answer to a signed request. */
export interface SignedAnswer<T> {
  answer: T
  /** The project of the token. */
  publicKey: string
}

/** The options that limit how often a request is repeated. */
export type RetryOptions = Pick<
  UploadOptions,
  'signal' | 'retryThrottledRequestMaxTimes' | 'retryNetworkErrorMaxTimes'
>

const NO_RETRIES = { retryThrottledRequestMaxTimes: 0, retryNetworkErrorMaxTimes: 0 } as const
// Neither browsers nor upload-client end a request that gets no answer. In Node upload-client does not notice a connection
// that broke in the middle of an answer either.
const LONGEST_ANSWER_MS = 60_000
const createTimeoutError = (): Error => new DOMException('Uploadcare did not answer in time', 'TimeoutError')
// A device may be wrong about being offline: a server nearby may still be reachable.
const LONGEST_OFFLINE_MS = 30_000
const createOfflineError = (): Error => new Error('The device is still offline')
// Longer delays are reported, not awaited.
const LONGEST_THROTTLE_MS = 600_000

/**
 * Sends a request without a token, and repeats it when that may help.
 *
 * @param bodyBytes the size of the body: the answer may take a millisecond longer for each byte
 * @throws {CancelError} as soon as the signal aborts, also while it waits.
 */
export async function request<Options extends RetryOptions, T>(
  context: RequestContext,
  name: UploadRequest,
  options: Options,
  send: (attempt: Attempt<Options>) => Promise<T>,
  bodyBytes = 0,
): Promise<T> {
  return toCancelError(
    repeat(context, name, options, bodyBytes, () => Promise.resolve(undefined), send),
    options.signal,
  )
}

/**
 * Sends a request that carries a token, and repeats it when that may help. Each attempt takes a token of its own. A refused
 * token is replaced and the request repeated once; a fresh token that is refused is final.
 *
 * @throws {SecureUploadError} about tokens only; other errors are those of upload-client.
 */
export async function signedRequest<Options extends UploadOptions, T>(
  context: RequestContext,
  name: UploadRequest,
  options: Options,
  send: (attempt: Attempt<Options> & SignedOptions) => Promise<T>,
  bodyBytes = 0,
): Promise<SignedAnswer<T>> {
  return toCancelError(
    repeat(
      context,
      name,
      options,
      bodyBytes,
      () => takeCredential(context, options),
      async (attempt, credential) => {
        const answer = await send(Object.assign(attempt, credential.options))
        return { answer, publicKey: credential.options.publicKey }
      },
    ),
    options.signal,
  )
}

async function repeat<Options extends RetryOptions, Taken extends Credential | undefined, T>(
  context: RequestContext,
  name: UploadRequest,
  options: Options,
  bodyBytes: number,
  take: () => Promise<Taken>,
  send: (attempt: Attempt<Options>, credential: Taken) => Promise<T>,
): Promise<T> {
  const { clock } = context.source
  const counts = { throttled: 0, network: 0, server: 0 }
  let isReplaced = false
  for (;;) {
    let credential: Taken | undefined
    try {
      const taken = await take()
      credential = taken
      return await withDeadline(
        clock,
        LONGEST_ANSWER_MS + bodyBytes,
        createTimeoutError,
        options.signal,
        // Three times as fast as a spread of two dozen properties, for each request.
        (signal) => send(Object.assign({}, options, NO_RETRIES, { signal }), taken),
      )
    } catch (error) {
      if (error instanceof UploadError) {
        // The request contains the signature, and errors are logged.
        Object.assign(error, { request: undefined })
        if (credential && isRefusal(error.code)) {
          replaceToken(context, name, error, credential, isReplaced)
          isReplaced = true
          continue
        }
      }
      await waitAfter(context, name, options, error, counts)
    }
  }
}

/** Drops a refused token. @throws {SecureUploadError} when another token would not help. */
function replaceToken(
  { source, emit }: RequestContext,
  name: UploadRequest,
  error: UploadError,
  { token, isFresh }: Credential,
  isReplaced: boolean,
): void {
  const age = source.describe(token) ?? { ageMs: 0, lifeMs: 0 }
  source.invalidate(token)
  emit({ type: 'refused', what: name, code: error.code ?? '', ageMs: age.ageMs })
  // A large body takes as long the second time. Any other request that outlived a fresh token was delayed by chance.
  const isWorthRepeating = !isFresh || (name !== 'base' && expiredInFlight(error.code, age))
  if (isReplaced || !isWorthRepeating) throw refusalError(name, error, age)
}

/** Waits until the request may be repeated. @throws the error when it is final or has occurred too often. */
async function waitAfter(
  { source: { clock }, random, emit, network }: RequestContext,
  name: UploadRequest,
  options: RetryOptions,
  error: unknown,
  counts: Record<'throttled' | 'network' | 'server', number>,
): Promise<void> {
  const { signal } = options
  const because = classifyFailure(error)
  if (!because || signal?.aborted) throw error
  if (because === 'network' && network.isOffline()) {
    emit({ type: 'waiting', what: name, for: 'network' })
    await withDeadline(clock, LONGEST_OFFLINE_MS, createOfflineError, signal, network.untilOnline).catch(() =>
      signal?.throwIfAborted(),
    )
    return
  }
  // The token source has repeated its request already.
  if (isSecureUploadError(error)) throw error
  const isThrottled = because === 'throttled'
  const { retryThrottledRequestMaxTimes = DEFAULTS.retryThrottledRequestMaxTimes } = options
  const { retryNetworkErrorMaxTimes = DEFAULTS.retryNetworkErrorMaxTimes } = options
  counts[because]++
  const count = isThrottled ? counts.throttled : counts.network + counts.server
  const delayMs = isThrottled ? throttleDelayMs(error, clock.wallMs()) : backoffMs(count, random)
  const isTooOften = count > (isThrottled ? retryThrottledRequestMaxTimes : retryNetworkErrorMaxTimes)
  if (isTooOften || delayMs > LONGEST_THROTTLE_MS) throw error
  emit({ type: 'retried', what: name, because, attempt: count, delayMs })
  await wait(clock, delayMs, signal)
}
