const AUTH_CODES = [
  'AccessTokenExpiredError',
  'AccessTokenInvalidError',
  'ScopeForbiddenError',
  'OperationsLimitExceededError',
]
const REPLACEABLE_CODES = ['AccessTokenExpiredError', 'OperationsLimitExceededError']

/** Returns the header for the token that `withAuthToken` put into the options. */
export const authorizationOf = (options) =>
  options?.resolvedAuthToken ? { Authorization: `Bearer ${options.resolvedAuthToken}` } : {}

/**
 * Creates what 6.23 adds to 6.21.
 *
 * @param {new (...args: unknown[]) => Error} UploadError the class of the patched build
 */
export function createAuthTokens(UploadError) {
  /** A refused auth token. */
  class AuthError extends UploadError {
    constructor({ message, code, request, response, headers }) {
      super(message, code, request, response, headers)
      this.name = 'AuthError'
      Object.setPrototypeOf(this, AuthError.prototype)
    }
  }

  /** A resolver that threw, rejected or returned no token. Nothing was sent. */
  class AuthTokenResolverError extends UploadError {
    constructor(cause) {
      super(`Failed to resolve the auth token: ${cause instanceof Error ? cause.message : String(cause)}`)
      this.name = 'AuthTokenResolverError'
      this.cause = cause
      Object.setPrototypeOf(this, AuthTokenResolverError.prototype)
    }
  }

  async function resolveAuthToken(authToken) {
    const provider = normalizeAuthToken(authToken)
    if (!provider) return undefined
    let token
    try {
      token = await provider.getToken()
    } catch (cause) {
      throw new AuthTokenResolverError(cause)
    }
    if (!token) throw new AuthTokenResolverError(new Error('it returned no token'))
    return token
  }

  async function withAuthToken(send, input, options) {
    const { authToken, ...others } = options ?? {}
    if (!authToken) return send(input, options)
    // The API checks a signature whenever there is one, and ignores the token.
    const attempt = async () => {
      const resolvedAuthToken = await resolveAuthToken(authToken)
      return send(input, {
        ...others,
        secureSignature: undefined,
        secureExpire: undefined,
        resolvedAuthToken,
      }).catch((error) => {
        throw error instanceof UploadError && AUTH_CODES.includes(error.code) ? new AuthError(error) : error
      })
    }
    try {
      return await attempt()
    } catch (error) {
      if (!isProvider(authToken) || !REPLACEABLE_CODES.includes(error.code)) throw error
      authToken.invalidate()
      return attempt()
    }
  }

  return {
    AuthError,
    AuthTokenResolverError,
    isAuthTokenResolver,
    normalizeAuthToken,
    resolveAuthToken,
    withAuthToken,
  }
}

const isProvider = (authToken) => typeof authToken === 'object' && authToken !== null

const isAuthTokenResolver = (authToken) => typeof authToken === 'function' || isProvider(authToken)

/** Converts a text or a function to a provider. */
function normalizeAuthToken(authToken) {
  if (!authToken) return undefined
  if (isProvider(authToken)) return authToken
  return {
    getToken: typeof authToken === 'function' ? authToken : () => authToken,
    invalidate: () => undefined,
  }
}
