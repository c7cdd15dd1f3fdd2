import {
  isSecureUploadError,
  parseUploadToken,
  SecureUploadError,
  type UploadToken,
} from '@secure-uploading/core/token'
import { assertTokenSourceOptions } from './assert-token-source-options.js'
import { systemClock } from './clock.js'
import { createAuthTokenProvider } from './create-auth-token-provider.js'
import { fetchToken } from './fetch-token.js'
import { inAbortScope } from './in-abort-scope.js'
import { leftMs, type KeptToken } from './kept-token.js'
import { notify } from './notify.js'
import { refreshMarginMs } from './refresh-margin-ms.js'
import { signatureOf } from './signature-of.js'
import { startStopwatch } from './start-stopwatch.js'
import { TokenEndpointError } from './token-endpoint-error.js'
import type { TokenEvent } from './token-event.js'
import { tokenLifeMs } from './token-life-ms.js'
import type { TokenSource } from './token-source.js'
import type { TokenSourceOptions } from './token-source-options.js'

interface Fetch {
  kept: Promise<KeptToken>
  /** Resolves when the first attempt failed and another one follows. */
  faltered: Promise<void>
}

/** For how long the endpoint wants to be left alone, and what it said. */
interface Rest {
  error: unknown
  isOver: () => boolean
}

/**
 * Creates a cache in front of the token endpoint. Keep one for as long as the page lives: in React in a module or a
 * `useState`, not anew at each render.
 *
 * @throws {TypeError} when not exactly one of `endpoint` and `fetchToken` is given, or another option is wrong.
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
  const known = new WeakMap<UploadToken, KeptToken>()
  let current: KeptToken | undefined
  let pending: Fetch | undefined
  let rest: Rest | undefined
  let session = new AbortController()
  let type: 'fetched' | 'refreshed' = 'fetched'

  if (options.initialToken) {
    const token = parseUploadToken(options.initialToken)
    const ageMs = startStopwatch(clock)
    keep({ token, ageMs, lifeMs: tokenLifeMs(token, clock.wallMs()) })
  }

  async function getToken({ signal }: { signal?: AbortSignal | undefined } = {}): Promise<UploadToken> {
    signal?.throwIfAborted()
    if (current && leftMs(current) > refreshMarginMs(current.lifeMs)) return current.token
    // A token can be dead when it arrives. It is asked for once more then, not for ever.
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        if (rest && !pending && !rest.isOver()) throw rest.error
        const { kept, faltered } = (pending ??= startFetch())
        const fetched = await inAbortScope(signal, () =>
          Promise.race([kept, faltered.then(() => living() ?? kept)]),
        )
        if (leftMs(fetched) > 0) return fetched.token
      } catch (error) {
        const old = living()
        if (old && isSecureUploadError(error) && error.retryable) return old.token
        throw error
      }
    }
    throw new SecureUploadError(
      'ERR_TOKEN_TOO_SHORT',
      'The token had ended when it arrived. Let tokens live longer.',
    )
  }

  /** The old token, while the endpoint is away for a moment. */
  function living(): KeptToken | undefined {
    return current && leftMs(current) > 0 ? current : undefined
  }

  function startFetch(): Fetch {
    let falter = (): void => undefined
    const faltered = new Promise<void>((resolve) => (falter = resolve))
    const kept = fetchAndKeep(session.signal, falter)
    // All who asked for it may have gone away.
    kept.catch(() => undefined)
    return { kept, faltered }
  }

  async function fetchAndKeep(signal: AbortSignal, falter: () => void): Promise<KeptToken> {
    const tookMs = startStopwatch(clock)
    const onRetry = (event: TokenEvent): void => {
      falter()
      emit(event)
    }
    try {
      const fetched = await fetchToken(options, clock, onRetry, signal)
      // The answer may have been there when everything was cleared.
      signal.throwIfAborted()
      pending = undefined
      const event = { type, expiresInMs: leftMs(fetched), tookMs: tookMs() }
      keep(fetched)
      emit(event)
      return fetched
    } catch (error) {
      if (!signal.aborted) {
        pending = undefined
        rest = restAfter(error)
        emit({ type: 'failed', error })
      }
      throw error
    }
  }

  /** Others ask for the token again at once. */
  function restAfter(error: unknown): Rest | undefined {
    const restMs = error instanceof TokenEndpointError ? (error.retryAfterMs ?? 0) : 0
    const restedMs = startStopwatch(clock)
    return { error, isOver: () => restedMs() >= restMs }
  }

  function keep(kept: KeptToken): void {
    known.set(kept.token, kept)
    type = 'refreshed'
    current = kept
  }

  function emit(event: TokenEvent): void {
    notify(options.onEvent, event)
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
      rest = undefined
      session.abort()
      session = new AbortController()
      emit({ type: 'cleared' })
    },
    update(next) {
      Object.assign(options, next)
    },
    describe(token) {
      const kept = token ? known.get(token) : current
      return kept && { ageMs: kept.ageMs(), lifeMs: kept.lifeMs }
    },
    signatureResolver: async () => signatureOf(await getToken()),
    authTokenProvider: createAuthTokenProvider({ getToken, invalidate }),
  }
}
