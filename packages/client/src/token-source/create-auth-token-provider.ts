import { SecureUploadError, type AuthToken, type UploadToken } from '@secure-uploading/core/token'
import type { AuthTokenProvider, TokenSource } from './token-source.js'

/** Adapts a token source to the `authToken` option of Uploadcare's clients. */
export function createAuthTokenProvider({
  getToken,
  invalidate,
}: Pick<TokenSource, 'getToken' | 'invalidate'>): AuthTokenProvider {
  let last: (UploadToken & AuthToken) | undefined
  return {
    async getToken() {
      const token = await getToken()
      if (!('authToken' in token)) {
        throw new SecureUploadError(
          'ERR_CREDENTIAL_UNSUPPORTED',
          'Expected an auth token, but the token endpoint issues signatures. Set its "credential" to "jwt".',
        )
      }
      last = token
      return token.authToken
    },
    invalidate(authToken) {
      if (authToken === undefined) invalidate()
      else if (last?.authToken === authToken) invalidate(last)
    },
  }
}
