/** A secret, several while one is replaced, or a function that returns them for a request. */
export type Secrets<Args extends unknown[]> =
  | string
  | readonly string[]
  | ((...args: Args) => string | readonly string[] | Promise<string | readonly string[]>)

/** Returns the secrets for a request; at least one. */
export type SecretResolver<Args extends unknown[]> = (args: Args) => Promise<readonly string[]>

/**
 * Creates a function that returns the secrets for a request. Literals are checked immediately; the result of a function
 * for each request.
 *
 * @throws {TypeError} naming the option when a literal is blank or an array is empty.
 */
export function createSecretResolver<Args extends unknown[]>(
  option: string,
  secrets: Secrets<Args>,
): SecretResolver<Args> {
  if (typeof secrets === 'function') return async (args) => parseSecrets(option, await secrets(...args))
  const list = Promise.resolve(parseSecrets(option, secrets))
  return () => list
}

function parseSecrets(option: string, secrets: unknown): readonly string[] {
  const list: unknown = typeof secrets === 'string' ? [secrets] : secrets
  if (Array.isArray(list) && list.length > 0 && list.every(isSecret)) return list
  throw new TypeError(
    `"${option}" is missing or blank. Pass a secret, an array of secrets, or a function that returns them`,
  )
}

function isSecret(secret: unknown): secret is string {
  return typeof secret === 'string' && secret.trim() !== ''
}
