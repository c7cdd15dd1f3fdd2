import { SecureUploadError, type UploadToken } from '@secure-uploading/core/token'
import type { TokenSource } from '../token-source/token-source.js'
import { toCancelError } from './to-cancel-error.js'
import type { UploadOptions } from './upload-options.js'

/** The public key of the project: the configured one, or the one that came with a token. */
export interface ProjectKey {
  /** Returns the key, `''` while it is unknown. */
  current(): string
  /** Sets the key of the settings. */
  configure(publicKey: string): void
  /** Returns the key of the settings, `''` without one. A key that came with a token does not bind the next token. */
  configured(): string
  /**
   * Returns the key for a request that carries this token.
   *
   * @param wanted the key of the call or the settings, `''` without one
   * @throws {SecureUploadError} `ERR_PUBLIC_KEY_MISMATCH` when the token belongs to another project,
   * `ERR_TOKEN_MALFORMED` when no key is known.
   */
  forToken(token: UploadToken, wanted?: string): string
  /** Returns the key for a request without a token. Waits for the first token when no key is known. */
  resolve(options: Pick<UploadOptions, 'publicKey' | 'signal'>): Promise<string>
}

/** @param onChange called with the new key whenever `current()` changes */
export function createProjectKey(
  source: Pick<TokenSource, 'getToken' | 'session'>,
  onChange: (publicKey: string) => void,
): ProjectKey {
  let configured = ''
  let learned = ''
  const current = (): string => configured || learned

  function learn(publicKey: string): void {
    if (publicKey === learned) return
    learned = publicKey
    onChange(current())
    if (publicKey === '') return
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
    current,
    configured: () => configured,
    configure(publicKey) {
      configured = publicKey
    },
    forToken,
    async resolve({ publicKey, signal }) {
      for (const known of [publicKey, current()]) if (known) return known
      return forToken(await toCancelError(source.getToken({ signal }), signal))
    },
  }
}
