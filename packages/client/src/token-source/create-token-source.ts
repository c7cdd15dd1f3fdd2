import {
  isSecureUploadError,
  parseUploadToken,
  SecureUploadError,
  type UploadToken,
} from '@secure-uploading/core/token'
import { systemClock } from './clock.js'
import { createAuthTokenProvider } from './create-auth-token-provider.js'
import { fetchToken } from './fetch-token.js'
import { inAbortScope } from './in-abort-scope.js'
import { leftMs, type KeptToken } from './kept-token.js'
import { notify } from './notify.js'
import { refreshMarginMs } from './refresh-margin-ms.js'
import { signatureOf } from './signature-of.js'
import { startStopwatch } from './start-stopwatch.js'
import type { TokenEvent } from './token-event.js'
import { tokenLifeMs } from './token-life-ms.js'
import type { TokenSource } from './token-source.js'
import type { TokenSourceOptions } from './token-source-options.js'

/**
 * Creates a cache in front of the token endpoint. Keep one for as long as the page lives: in React in a module or a
 * `useState`, not anew at each render.
 *
 * @throws {TypeError} when not exactly one of `endpoint` and `fetchToken` is given.
 * @throws {SecureUploadError} `ERR_TOKEN_MALFORMED` when `initialToken` is not a token.
 *
 * @example
 * ```ts
 * import { createTokenSource } from '@secure-uploading/client/token-source'
 *
 * const tokenSource = createTokenSource({ endpoint: '/api/upload-token' })
 * ```
 */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  if (!options.endpoint === !options.fetchToken) {
    throw new TypeError('Give one of "endpoint" and "fetchToken"')
  }
  const clock = { ...systemClock, ...options.clock }
  const known = new WeakMap<UploadToken, KeptToken>()
  let current: KeptToken | undefined
  let pending: { kept: Promise<KeptToken>; controller: AbortController } | undefined
  let type: 'fetched' | 'refreshed' = 'fetched'

  if (options.initialToken) {
    const token = parseUploadToken(options.initialToken)
    const ageMs = startStopwatch(clock)
    keep({ token, ageMs, heldMs: ageMs, lifeMs: tokenLifeMs(token, clock.wallMs()) })
  }

  async function getToken({ signal }: { signal?: AbortSignal | undefined } = {}): Promise<UploadToken> {
    signal?.throwIfAborted()
    if (current && leftMs(current) > refreshMarginMs(current.lifeMs)) return current.token
    // A token can be dead when it arrives. It is asked for once more then, not for ever.
    for (let attempt = 0; attempt < 2; attempt++) {
      const { kept } = (pending ??= startFetch())
      try {
        const fetched = await inAbortScope(signal, () => kept)
        if (leftMs(fetched) > 0) return fetched.token
      } catch (error) {
        // The endpoint is away for a moment, and the old token still serves.
        if (isSecureUploadError(error) && error.retryable && current && leftMs(current) > 0) {
          return current.token
        }
        throw error
      }
    }
    throw new SecureUploadError(
      'ERR_TOKEN_TOO_SHORT',
      'The token had ended when it arrived. Let tokens live longer.',
    )
  }

  function startFetch(): NonNullable<typeof pending> {
    const controller = new AbortController()
    const kept = fetchAndKeep(controller.signal)
    // All who asked for it may have gone away.
    kept.catch(() => undefined)
    return { kept, controller }
  }

  async function fetchAndKeep(signal: AbortSignal): Promise<KeptToken> {
    const tookMs = startStopwatch(clock)
    try {
      const fetched = await fetchToken(options, clock, emit, signal)
      // The answer may have been there when everything was cleared.
      signal.throwIfAborted()
      pending = undefined
      emit({ type, expiresInMs: leftMs(fetched), tookMs: tookMs() })
      return keep(fetched)
    } catch (error) {
      if (!signal.aborted) {
        pending = undefined
        emit({ type: 'failed', error })
      }
      throw error
    }
  }

  function keep(kept: KeptToken): KeptToken {
    known.set(kept.token, kept)
    type = 'refreshed'
    return (current = kept)
  }

  function emit(event: TokenEvent): void {
    notify(options.onEvent, event)
  }

  function invalidate(token: UploadToken): void {
    if (current?.token !== token) return
    emit({ type: 'invalidated', ageMs: current.ageMs() })
    current = undefined
  }

  return {
    clock,
    getToken,
    invalidate,
    clear() {
      current = undefined
      type = 'fetched'
      pending?.controller.abort()
      pending = undefined
      emit({ type: 'cleared' })
    },
    update(next) {
      options = { ...options, ...next }
    },
    describe(token) {
      const kept = token ? known.get(token) : current
      return kept && { ageMs: kept.ageMs(), heldMs: kept.heldMs(), lifeMs: kept.lifeMs }
    },
    signatureResolver: async () => signatureOf(await getToken()),
    authTokenProvider: createAuthTokenProvider({ getToken, invalidate }),
  }
}
