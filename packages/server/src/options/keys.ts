/** A key of the project, or a function that returns it for a request. */
export type Key<Args extends unknown[]> = string | ((...args: Args) => string | Promise<string>)

/** The keys of a project. */
export interface Keys {
  publicKey: string
  secretKey: string
}

/**
 * Creates a function that returns the keys for a request. Literals are checked immediately; the results of functions when
 * they are used.
 *
 * @throws {TypeError} when a literal is blank, has leading or trailing whitespace, or both keys are the same.
 */
export function createKeyResolver<Args extends unknown[]>(
  publicKey: Key<Args>,
  secretKey: Key<Args>,
): (args: Args) => Keys | Promise<Keys> {
  if (typeof publicKey !== 'function') assertKey('publicKey', publicKey)
  if (typeof secretKey !== 'function') assertKey('secretKey', secretKey)
  if (typeof publicKey === 'string' && typeof secretKey === 'string') {
    const keys = checkKeys(publicKey, secretKey)
    return () => keys
  }
  return async (args) =>
    checkKeys(
      typeof publicKey === 'string' ? publicKey : await publicKey(...args),
      typeof secretKey === 'string' ? secretKey : await secretKey(...args),
    )
}

function checkKeys(publicKey: unknown, secretKey: unknown): Keys {
  assertKey('publicKey', publicKey)
  assertKey('secretKey', secretKey)
  if (publicKey === secretKey) {
    throw new TypeError(
      '"secretKey" is the same as "publicKey". The secret key must never reach a browser: pass the secret key of the project',
    )
  }
  return { publicKey, secretKey }
}

function assertKey(option: 'publicKey' | 'secretKey', key: unknown): asserts key is string {
  const trimmed = typeof key === 'string' ? key.trim() : ''
  if (trimmed === '') {
    const which = option === 'publicKey' ? 'public' : 'secret'
    throw new TypeError(
      `"${option}" is missing or blank. Pass the ${which} key of your Uploadcare project, or a function that returns it`,
    )
  }
  // For example the line break of a file. Uploadcare would refuse every token.
  if (trimmed !== key) throw new TypeError(`"${option}" has leading or trailing whitespace. Trim it`)
}
