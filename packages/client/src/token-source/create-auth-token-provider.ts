import { SecureUploadError, type UploadToken } from '@secure-uploading/core/token'
import type { AuthTokenProvider, TokenSource } from './token-source.js'

/** Shows a token source as the `authToken` that newer clients of Uploadcare's take. */
export function createAuthTokenProvider({
  getToken,
  invalidate,
}: Pick<TokenSource, 'getToken' | 'invalidate'>): AuthTokenProvider {
  let last: UploadToken | undefined
  return {
    async getToken() {
      last = await getToken()
      if ('authToken' in last) return last.authToken
      throw new SecureUploadError(
        'ERR_CREDENTIAL_UNSUPPORTED',
        'The endpoint issues signatures. Set its "credential" to "jwt".',
      )
    },
    invalidate(authToken) {
      if (last && 'authToken' in last && (authToken ?? last.authToken) === last.authToken) invalidate(last)
    },
  }
}
