/** A secret, several while one is replaced, or a function that finds them for a request. */
export type Secrets<Args extends unknown[]> =
  | string
  | readonly string[]
  | ((...args: Args) => string | readonly string[] | Promise<string | readonly string[]>)

/**
 * Finds the secrets of a request. Literals are checked at once; a function is asked for each request, and what it gives is
 * checked.
 *
 * @throws {TypeError} naming the option, when a literal is blank or there is none.
 */
export function createSecrets<Args extends unknown[]>(
  option: string,
  secrets: Secrets<Args>,
): (args: Args) => Promise<readonly string[]> {
  if (typeof secrets === 'function') return async (args) => listOf(option, await secrets(...args))
  const list = Promise.resolve(listOf(option, secrets))
  return () => list
}

function listOf(option: string, secrets: unknown): readonly string[] {
  const list: unknown = typeof secrets === 'string' ? [secrets] : secrets
  if (Array.isArray(list) && list.length > 0 && list.every(isSecret)) return list
  throw new TypeError(
    `"${option}" must be a secret, several in an array, or a function that gives them: it is missing or blank`,
  )
}

function isSecret(secret: unknown): secret is string {
  return typeof secret === 'string' && secret.trim() !== ''
}
