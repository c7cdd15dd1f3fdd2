import type { TokenHandlerOptions } from '../options/token-handler-options.js'

/** A key of the project, or a function that finds it for a request. */
export type Key<Args extends unknown[]> = string | ((...args: Args) => string | Promise<string>)

/** The keys of a project. */
export interface Keys {
  publicKey: string
  secretKey: string
}

/**
 * Finds the keys of a request. A key given as a literal is checked at once. A function is asked for each token, so that
 * it may choose by request, and what it gives is checked.
 *
 * @throws {TypeError} when a literal is blank, begins or ends with white space, or the secret key is the public key.
 */
export function createKeyRing<Args extends unknown[]>({
  publicKey,
  secretKey,
}: TokenHandlerOptions<Args>): (args: Args) => Keys | Promise<Keys> {
  if (typeof publicKey === 'string' && typeof secretKey === 'string') {
    const keys = checked(publicKey, secretKey)
    return () => keys
  }
  return async (args) =>
    checked(
      typeof publicKey === 'string' ? publicKey : await publicKey(...args),
      typeof secretKey === 'string' ? secretKey : await secretKey(...args),
    )
}

function checked(publicKey: unknown, secretKey: unknown): Keys {
  assertKey('publicKey', publicKey)
  assertKey('secretKey', secretKey)
  if (publicKey === secretKey) {
    throw new TypeError('"secretKey" is the same as "publicKey": the secret key must never reach a browser')
  }
  return { publicKey, secretKey }
}

/** @throws {TypeError} when the key is not a string, is blank, or begins or ends with white space. */
export function assertKey(option: 'publicKey' | 'secretKey', key: unknown): asserts key is string {
  const bare = typeof key === 'string' ? key.trim() : ''
  if (bare === '') {
    const which = option === 'publicKey' ? 'public' : 'secret'
    throw new TypeError(
      `"${option}" must be the ${which} key of your Uploadcare project, or a function that gives it: it is missing or blank`,
    )
  }
  // The end of a line, of the file that the key was read from, say; and then Uploadcare would refuse every token.
  if (bare !== key) {
    throw new TypeError(`"${option}" begins or ends with white space, which is no part of the key: trim it`)
  }
}
