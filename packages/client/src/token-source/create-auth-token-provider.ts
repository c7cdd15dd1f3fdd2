import { SecureUploadError, type AuthToken } from '@secure-uploading/core/token'
import type { AuthTokenProvider, TokenSource } from './token-source.js'

/** Shows a token source as the `authToken` that newer clients of Uploadcare's take. */
export function createAuthTokenProvider({
  getToken,
  invalidate,
}: Pick<TokenSource, 'getToken' | 'invalidate'>): AuthTokenProvider {
  let last: AuthToken | undefined
  return {
    async getToken() {
      const token = await getToken()
      if (!('authToken' in token)) {
        throw new SecureUploadError(
          'ERR_CREDENTIAL_UNSUPPORTED',
          'Auth tokens are wanted. Set "credential" of the token endpoint to "jwt".',
        )
      }
      last = token
      return token.authToken
    },
    invalidate(authToken = last?.authToken) {
      if (last && last.authToken === authToken) invalidate(last)
    },
  }
}
