import { UsageError } from '../usage-error.js'

/**
 * Reads an address.
 *
 * @throws {UsageError} when it is not an absolute one of http or https, or holds a password.
 */
export function readUrl(name: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError(`${name} must be an absolute URL: https://app.example.com/api/upload-token`)
  }
  if (url.username || url.password) {
    throw new UsageError(`${name} holds a user name or a password. Send a header: see --header in the help.`)
  }
  return url
}
