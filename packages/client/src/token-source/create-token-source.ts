import {
  isSecureUploadError,
  parseUploadToken,
  SecureUploadError,
  type UploadToken,
} from '@secure-uploading/core/token'
import { deviceNetwork } from '../network/device-network.js'
import { systemClock } from '../time/clock.js'
import { throwIfAborted } from '../time/abort.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { startStopwatch } from '../time/start-stopwatch.js'
import { withDeadline } from '../time/with-deadline.js'
import { refreshMarginMs, remainingMs, type CachedToken } from './cached-token.js'
import { callListener } from './call-listener.js'
import { createAuthTokenProvider } from './create-auth-token-provider.js'
import { createRetryNotices } from './create-retry-notices.js'
import { fetchToken } from './fetch-token.js'
import { parseTokenSourceOptions } from './parse-token-source-options.js'
import { signatureOf } from './signature-of.js'
import { TokenEndpointError } from './token-endpoint-error.js'
import type { TokenEvent, TokenRetriedEvent } from './token-event.js'
import { tokenLifeMs } from './token-life-ms.js'
import type { GetTokenOptions, TokenAge, TokenSource } from './token-source.js'
import type { TokenSourceOptions } from './token-source-options.js'

/** For how many **milliseconds** `invalidate()` without an argument keeps a token that replaced a refused one. */
const SETTLING_MS = 5000

interface PendingFetch {
  fetched: Promise<CachedToken>
  /** Resolves when the first attempt failed and another one follows. */
  firstAttemptFailed: Promise<void>
}

/** The time that the endpoint set in `Retry-After`, and the error that callers get until it is over. */
interface Cooldown {
  error: unknown
  isOver: () => boolean
}

/**
 * Creates a cache in front of the token endpoint. Create one per page: in React in a module or a `useState`, not on each
 * render.
 *
 * @throws {TypeError} when both `endpoint` and `fetchToken` are given, neither outside of a browser, or an option is
 *   unknown or invalid.
 * @throws {SecureUploadError} `ERR_TOKEN_MALFORMED` when `initialToken` is not a token.
 *
 * @example
 * ```ts
 * import { createTokenSource } from '@secure-uploading/client/token-source'
 *
 * const tokenSource = createTokenSource({ endpoint: '/api/upload-token' })
 * ```
 */
export function createTokenSource(options: TokenSourceOptions = {}): TokenSource {
  return createSource(options, parseUploadToken)
}

/**
 * Creates a token source for an endpoint whose tokens carry more.
 *
 * @param parse parses the JSON of the endpoint to a new object
 */
export function createSource(
  options: TokenSourceOptions,
  parse: (json: unknown) => UploadToken,
): TokenSource {
  const settings = parseTokenSourceOptions(options)
  const clock = { ...systemClock, ...settings.clock }
  const known = new WeakMap<UploadToken, CachedToken>()
  const retryNotices = createRetryNotices(clock)
  let current: CachedToken | undefined
  let pending: PendingFetch | undefined
  let cooldown: Cooldown | undefined
  let session = new AbortController()
  let type: 'fetched' | 'refreshed' = 'fetched'
  let lastReturned: UploadToken | undefined
  let isReplacing = false
  let replacedAtMs = -Infinity

  if (settings.initialToken) {
    const token = parse(settings.initialToken)
    const ageMs = startStopwatch(clock)
    cache({ token, ageMs, lifeMs: tokenLifeMs(token, clock.wallMs()) })
  }

  async function getToken({ signal, onRetry }: GetTokenOptions = {}): Promise<UploadToken> {
    throwIfAborted(signal)
    if (current && remainingMs(current) > refreshMarginMs(current.lifeMs)) return handOut(current)
    const stopNotices = onRetry && retryNotices.listen(onRetry)
    try {
      return handOut(await waitForToken(signal))
    } finally {
      stopNotices?.()
    }
  }

  async function waitForToken(signal: AbortSignal | undefined): Promise<CachedToken> {
    // A token can be expired on arrival. One more request is sent then, not an endless series.
    for (let isSecond = false; ; isSecond = true) {
      try {
        if (cooldown && !pending && !cooldown.isOver()) throw cooldown.error
        const { fetched, firstAttemptFailed } = (pending ??= startFetch())
        const token = await inAbortScope(signal, () =>
          Promise.race([fetched, firstAttemptFailed.then(() => unexpiredToken() ?? fetched)]),
        )
        if (remainingMs(token) > 0) return token
        if (isSecond) throw tooShortError(token)
      } catch (error) {
        const old = unexpiredToken()
        if (old && isSecureUploadError(error) && error.retryable) return old
        throw error
      }
    }
  }

  function handOut({ token }: CachedToken): UploadToken {
    lastReturned = token
    return token
  }

  /** Returns the old token, which serves while the endpoint is unavailable. */
  function unexpiredToken(): CachedToken | undefined {
    return current && remainingMs(current) > 0 ? current : undefined
  }

  function startFetch(): PendingFetch {
    let reportFailure = (): void => undefined
    const firstAttemptFailed = new Promise<void>((resolve) => (reportFailure = resolve))
    const fetched = fetchAndCache(session.signal, reportFailure)
    // Every caller may have aborted by the time it fails.
    fetched.catch(() => undefined)
    return { fetched, firstAttemptFailed }
  }

  async function fetchAndCache(signal: AbortSignal, reportFailure: () => void): Promise<CachedToken> {
    const tookMs = startStopwatch(clock)
    const onRetry = (event: TokenRetriedEvent): void => {
      reportFailure()
      emit(event)
      // Callers get the old token now.
      if (!unexpiredToken()) retryNotices.notify(event)
    }
    try {
      const fetched = await fetchToken(settings, clock, onRetry, signal, parse)
      // `clear()` may have been called after the answer was read.
      throwIfAborted(signal)
      endFetch()
      const event = { type, expiresInMs: remainingMs(fetched), tookMs: tookMs() }
      cache(fetched)
      emit(event)
      return fetched
    } catch (error) {
      if (!signal.aborted) {
        endFetch()
        cooldown = cooldownAfter(error)
        emit({ type: 'failed', error })
      }
      throw error
    }
  }

  function endFetch(): void {
    pending = undefined
    retryNotices.end()
  }

  function cooldownAfter(error: unknown): Cooldown | undefined {
    const durationMs = error instanceof TokenEndpointError ? (error.retryAfterMs ?? 0) : 0
    const elapsedMs = startStopwatch(clock)
    return { error, isOver: () => elapsedMs() >= durationMs }
  }

  function cache(fetched: CachedToken): void {
    known.set(fetched.token, fetched)
    type = 'refreshed'
    current = fetched
    if (isReplacing) replacedAtMs = clock.monotonicMs()
    isReplacing = false
  }

  function emit(event: TokenEvent): void {
    callListener(settings.onEvent, event)
  }

  /** Waits for the network, which uploads do with their own time limit and events. */
  async function getTokenOnline(): Promise<UploadToken> {
    try {
      return await getToken()
    } catch (error) {
      if (!isSecureUploadError(error) || !error.retryable || !deviceNetwork.isOffline()) throw error
      const { offlineTimeoutMs } = settings
      await withDeadline(clock, offlineTimeoutMs, () => error, session.signal, deviceNetwork.untilOnline)
      return getToken()
    }
  }

  /** Without a token: a caller that was refused with the token before must not drop its replacement. */
  function invalidate(token?: UploadToken): void {
    const isRecent = clock.monotonicMs() - replacedAtMs < SETTLING_MS
    const refused = token ?? (isRecent ? undefined : lastReturned)
    if (!refused || current?.token !== refused) return
    const ageMs = current.ageMs()
    current = undefined
    isReplacing = true
    emit({ type: 'invalidated', ageMs })
  }

  return {
    clock,
    get session() {
      return session.signal
    },
    getToken,
    invalidate,
    clear() {
      current = undefined
      lastReturned = undefined
      isReplacing = false
      replacedAtMs = -Infinity
      type = 'fetched'
      endFetch()
      cooldown = undefined
      session.abort()
      session = new AbortController()
      emit({ type: 'cleared' })
    },
    update(next) {
      Object.assign(settings, next)
    },
    describe(token) {
      const cached = token ? known.get(token) : current
      return cached && ageOf(cached)
    },
    signatureResolver: async () => signatureOf(await getTokenOnline()),
    authTokenProvider: createAuthTokenProvider({ getToken: getTokenOnline, invalidate }),
  }
}

const tooShortError = ({ ageMs, lifeMs }: CachedToken): SecureUploadError =>
  new SecureUploadError(
    'ERR_TOKEN_TOO_SHORT',
    'The token was already expired on arrival. Increase "expiresIn" of the token endpoint.',
    { data: { elapsedMs: ageMs(), lifetimeMs: lifeMs } },
  )

const ageOf = ({ ageMs, lifeMs }: CachedToken): TokenAge => ({ ageMs: ageMs(), lifeMs })
