import { SecureUploadError, type UploadToken } from '@secure-uploading/core/token'
import type { TokenSource } from '../token-source/token-source.js'
import type { UploadOptions } from './upload-options.js'

/** The public key of the project, which comes with the tokens. A key that came with one token does not bind the next. */
export interface ProjectKey {
  /** Returns the key that came with the last token of this user, `''` before the first. */
  learned(): string
  /**
   * Returns the key for a request that carries this token.
   *
   * @param wanted the key of the call or the settings, `''` without one
   * @throws {SecureUploadError} `ERR_PUBLIC_KEY_MISMATCH` when the token belongs to another project,
   * `ERR_TOKEN_MALFORMED` when no key is known.
   */
  forToken(token: UploadToken, wanted?: string): string
  /**
   * Returns the key for a request without a token. Waits for the first token when no key is known.
   *
   * @param takeToken takes a token
   */
  resolve(options: Pick<UploadOptions, 'publicKey'>, takeToken: () => Promise<UploadToken>): Promise<string>
}

/** @param onLearn called with the new key whenever `learned()` changes */
export function createProjectKey(
  source: Pick<TokenSource, 'session'>,
  onLearn?: (publicKey: string) => void,
): ProjectKey {
  let learned = ''

  function learn(publicKey: string): void {
    if (publicKey === learned) return
    learned = publicKey
    onLearn?.(publicKey)
    if (!publicKey) return
    // The next user may have another project.
    source.session.addEventListener('abort', () => {
      learn('')
    })
  }

  function forToken({ publicKey = '' }: UploadToken, wanted = ''): string {
    const key = wanted || publicKey
    if (!key) {
      throw new SecureUploadError(
        'ERR_TOKEN_MALFORMED',
        'The token has no "publicKey". Return it from the token endpoint, or set "publicKey" of the client.',
      )
    }
    if (publicKey && publicKey !== key) {
      throw new SecureUploadError(
        'ERR_PUBLIC_KEY_MISMATCH',
        `The token endpoint signs for the project ${publicKey}, but "publicKey" is ${wanted}. Remove "publicKey", or use the same key in both.`,
        { data: { expected: key, received: publicKey } },
      )
    }
    if (publicKey) learn(publicKey)
    return key
  }

  return {
    learned: () => learned,
    forToken,
    async resolve({ publicKey = '' }, takeToken) {
      return publicKey || learned || forToken(await takeToken())
    },
  }
}
