/** Characters that are invisible in a dashboard or a terminal, and do not belong to a secret. */
const INVISIBLE = /[\p{Cc}\u200b\ufeff]/u

/**
 * Checks a secret: a key, a signing secret or a receipt secret.
 *
 * @param option the name of the option, for messages
 * @param description what to pass, for messages
 * @throws {TypeError} if it is not a string, is blank, has leading or trailing whitespace, or contains a line break or
 * another invisible character. The message does not contain the secret.
 */
export function assertSecret(option: string, secret: unknown, description: string): asserts secret is string {
  if (typeof secret !== 'string' || secret.trim() === '') {
    throw new TypeError(`"${option}" is missing or blank. Pass ${description}.`)
  }
  if (secret !== secret.trim()) {
    throw new TypeError(`"${option}" has leading or trailing whitespace. Trim it.`)
  }
  if (INVISIBLE.test(secret)) {
    throw new TypeError(
      `"${option}" contains a line break or another invisible character. Pass ${description}, without extra characters.`,
    )
  }
}
