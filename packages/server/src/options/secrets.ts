import { assertSecret } from '@secure-uploading/core/internal'
import { rememberSecret } from './known-secrets.js'

/**
 * A secret, several while one is replaced, or a function that returns them for a request. `undefined` is an error that
 * names the option, so that a variable of the environment can be passed directly.
 */
export type Secrets<Args extends unknown[]> =
  | string
  | readonly string[]
  | undefined
  | ((
      ...args: Args
    ) => string | readonly string[] | undefined | Promise<string | readonly string[] | undefined>)

/** Returns the secrets for a request; at least one. */
export type SecretResolver<Args extends unknown[]> = (args: Args) => Promise<readonly string[]>

/**
 * Creates a function that returns the secrets for a request. Literals are checked immediately; the result of a function
 * for each request.
 *
 * @throws {TypeError} naming the option when a literal is not a valid secret or an array is empty.
 */
export function createSecretResolver<Args extends unknown[]>(
  option: string,
  secrets: Secrets<Args>,
): SecretResolver<Args> {
  if (typeof secrets === 'function') return async (args) => toSecretList(option, await secrets(...args))
  const list = Promise.resolve(toSecretList(option, secrets))
  return () => list
}

/**
 * Checks one secret or several.
 *
 * @param description what to pass, for messages
 * @throws {TypeError} naming the option.
 */
export function toSecretList(
  option: string,
  secrets: unknown,
  description = 'a secret, an array of secrets, or a function that returns them',
): readonly string[] {
  const list: readonly unknown[] = Array.isArray(secrets) ? secrets : [secrets]
  if (list.length === 0) throw new TypeError(`"${option}" is an empty array. Pass ${description}.`)
  return list.map((secret) => {
    assertSecret(option, secret, description)
    rememberSecret(secret)
    return secret
  })
}
