import { assertSecret } from '@secure-uploading/core/internal'
import { PUBLIC_KEY_VARIABLE, readEnvironment, SECRET_KEY_VARIABLE, toVariable } from './environment.js'
import { toSecretList, type Secrets } from './secrets.js'

/**
 * A key of the project, or a function that returns it for a request. `undefined` is an error that names the option, so that
 * a variable of the environment can be passed directly.
 */
export type Key<Args extends unknown[]> =
  | string
  | undefined
  | ((...args: Args) => string | undefined | Promise<string | undefined>)

/** The options with the keys of the project. */
export interface KeyOptions<Args extends unknown[]> {
  /**
   * The project's public key. A function is called for each token, so it can choose by request.
   *
   * @default `UPLOADCARE_PUBLIC_KEY` of the environment, if `secretKey` is left out, too
   */
  publicKey?: Key<Args>
  /**
   * The project's secret key; of several, the first signs. A function is called for each token, so it can choose by request,
   * and a build needs no secret. Cache slow look-ups.
   *
   * @default `UPLOADCARE_SECRET_KEY` of the environment, if `publicKey` is left out, too
   */
  secretKey?: Secrets<Args>
}

/** The keys of a project. */
export interface Keys {
  publicKey: string
  secretKey: string
}

/**
 * Creates a function that returns the keys for a request. Literals are checked immediately; the results of functions and
 * the variables of the environment when they are used.
 *
 * @throws {TypeError} when only one key is passed, a literal is not a valid key, or both keys are the same.
 */
export function createKeyResolver<Args extends unknown[]>(
  options: KeyOptions<Args>,
): (args: Args) => Keys | Promise<Keys> {
  // A property that is undefined is a mistake; both that are absent select the environment.
  if (!('publicKey' in options) && !('secretKey' in options)) return createEnvironmentKeys()
  assertBothKeys(options)
  const { publicKey, secretKey } = options
  if (typeof publicKey !== 'function') toPublicKey(publicKey)
  if (typeof secretKey !== 'function') toSecretKeys(secretKey)
  if (typeof publicKey !== 'function' && typeof secretKey !== 'function') {
    const keys = toKeys(publicKey, secretKey)
    return () => keys
  }
  return async (args) =>
    toKeys(
      typeof publicKey === 'function' ? await publicKey(...args) : publicKey,
      typeof secretKey === 'function' ? await secretKey(...args) : secretKey,
    )
}

function createEnvironmentKeys(): () => Keys {
  let keys: Keys | undefined
  return () => {
    keys ??= toKeys(
      toVariable(PUBLIC_KEY_VARIABLE, readEnvironment(PUBLIC_KEY_VARIABLE)),
      toVariable(SECRET_KEY_VARIABLE, readEnvironment(SECRET_KEY_VARIABLE)),
    )
    return keys
  }
}

function assertBothKeys(options: object): void {
  const absent = ['publicKey', 'secretKey'].find((name) => !(name in options))
  if (absent === undefined) return
  throw new TypeError(
    `"${absent}" is missing. Pass both keys, or neither to read ${PUBLIC_KEY_VARIABLE} and ${SECRET_KEY_VARIABLE} from the environment`,
  )
}

function toKeys(publicKeyValue: unknown, secretKeyValue: unknown): Keys {
  const publicKey = toPublicKey(publicKeyValue)
  const secretKeys = toSecretKeys(secretKeyValue)
  if (secretKeys.includes(publicKey)) {
    throw new TypeError('"secretKey" is the same as "publicKey". Pass the secret key of the project')
  }
  const [secretKey = ''] = secretKeys
  return { publicKey, secretKey }
}

function toPublicKey(key: unknown): string {
  assertSecret('publicKey', key, describeKey('public', PUBLIC_KEY_VARIABLE))
  return key
}

function toSecretKeys(key: unknown): readonly string[] {
  return toSecretList('secretKey', key, describeKey('secret', SECRET_KEY_VARIABLE))
}

function describeKey(kind: 'public' | 'secret', variable: string): string {
  return `the ${kind} key of your project, such as the environment variable ${variable}`
}
