import { UsageError } from '../usage-error.js'

/**
 * Parses a URL.
 *
 * @throws {UsageError} if it is not an absolute http or https URL, or contains credentials
 */
export function readUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(
      `${name} must be an absolute URL, for example https://app.example.com/api/upload-token`,
    )
  }
  if (url.username || url.password) {
    throw new UsageError(
      `${name} contains a user name or a password. Send a header instead: see --header in the help.`,
    )
  }
  return url
}
