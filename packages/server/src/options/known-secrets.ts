const MAX_SECRETS = 64

const secrets = new Set<string>()

/** Remembers a secret, so that the default log does not print it. */
export function rememberSecret(secret: string): void {
  secrets.delete(secret)
  secrets.add(secret)
  const [oldest] = secrets
  if (secrets.size > MAX_SECRETS && oldest !== undefined) secrets.delete(oldest)
}

/** Replaces every remembered secret in a text. */
export function withoutSecrets(text: string): string {
  // The longest first: a secret that begins with another must not leave its end.
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length)
  return longestFirst.reduce((safe, secret) => safe.replaceAll(secret, '[secret]'), text)
}
