import {
  isSecureUploadError,
  parseUploadToken,
  SecureUploadError,
  type UploadToken,
} from '@secure-uploading/core/token'
import { systemClock } from '../time/clock.js'
import { inAbortScope } from '../time/in-abort-scope.js'
import { startStopwatch } from '../time/start-stopwatch.js'
import { refreshMarginMs, remainingMs, type CachedToken } from './cached-token.js'
import { callListener } from './call-listener.js'
import { createAuthTokenProvider } from './create-auth-token-provider.js'
import { fetchToken } from './fetch-token.js'
import { signatureOf } from './signature-of.js'
import { TokenEndpointError } from './token-endpoint-error.js'
import type { TokenEvent } from './token-event.js'
import { tokenLifeMs } from './token-life-ms.js'
import type { TokenSource } from './token-source.js'
import { assertTokenSourceOptions, type TokenSourceOptions } from './token-source-options.js'

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
 * @throws {TypeError} when not exactly one of `endpoint` and `fetchToken` is given, or another option is invalid.
 * @throws {SecureUploadError} `ERR_TOKEN_MALFORMED` when `initialToken` is not a token.
 *
 * @example
 * ```ts
 * import { createTokenSource } from '@secure-uploading/client/token-source'
 *
 * const tokenSource = createTokenSource({ endpoint: '/api/upload-token' })
 * ```
 */
export function createTokenSource(given: TokenSourceOptions): TokenSource {
  assertTokenSourceOptions(given)
  const options = { ...given }
  const clock = { ...systemClock, ...options.clock }
  const known = new WeakMap<UploadToken, CachedToken>()
  let current: CachedToken | undefined
  let pending: PendingFetch | undefined
  let cooldown: Cooldown | undefined
  let session = new AbortController()
  let type: 'fetched' | 'refreshed' = 'fetched'

  if (options.initialToken) {
    const token = parseUploadToken(options.initialToken)
    const ageMs = startStopwatch(clock)
    cache({ token, ageMs, lifeMs: tokenLifeMs(token, clock.wallMs()) })
  }

  async function getToken({ signal }: { signal?: AbortSignal | undefined } = {}): Promise<UploadToken> {
    signal?.throwIfAborted()
    if (current && remainingMs(current) > refreshMarginMs(current.lifeMs)) return current.token
    // A token can be expired on arrival. One more request is sent then, not an endless series.
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        if (cooldown && !pending && !cooldown.isOver()) throw cooldown.error
        const { fetched, firstAttemptFailed } = (pending ??= startFetch())
        const token = await inAbortScope(signal, () =>
          Promise.race([fetched, firstAttemptFailed.then(() => unexpiredToken() ?? fetched)]),
        )
        if (remainingMs(token) > 0) return token.token
      } catch (error) {
        const old = unexpiredToken()
        if (old && isSecureUploadError(error) && error.retryable) return old.token
        throw error
      }
    }
    throw new SecureUploadError(
      'ERR_TOKEN_TOO_SHORT',
      'The token was already expired on arrival. Increase "expiresIn" of the token endpoint.',
    )
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
    const onRetry = (event: TokenEvent): void => {
      reportFailure()
      emit(event)
    }
    try {
      const fetched = await fetchToken(options, clock, onRetry, signal)
      // `clear()` may have been called after the answer was read.
      signal.throwIfAborted()
      pending = undefined
      const event = { type, expiresInMs: remainingMs(fetched), tookMs: tookMs() }
      cache(fetched)
      emit(event)
      return fetched
    } catch (error) {
      if (!signal.aborted) {
        pending = undefined
        cooldown = cooldownAfter(error)
        emit({ type: 'failed', error })
      }
      throw error
    }
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
  }

  function emit(event: TokenEvent): void {
    callListener(options.onEvent, event)
  }

  function invalidate(token: UploadToken): void {
    if (current?.token !== token) return
    const ageMs = current.ageMs()
    current = undefined
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
      type = 'fetched'
      pending = undefined
      cooldown = undefined
      session.abort()
      session = new AbortController()
      emit({ type: 'cleared' })
    },
    update(next) {
      Object.assign(options, next)
    },
    describe(token) {
      const cached = token ? known.get(token) : current
      return cached && { ageMs: cached.ageMs(), lifeMs: cached.lifeMs }
    },
    signatureResolver: async () => signatureOf(await getToken()),
    authTokenProvider: createAuthTokenProvider({ getToken, invalidate }),
  }
}
