import { InvalidArgumentError } from 'commander'

/**
 * Parses a path of the Upload API.
 *
 * @throws {InvalidArgumentError}
 */
export function readUploadPath(text: string): string {
  if (!/^\/(?:[^/]+\/)+$/.test(text)) {
    throw new InvalidArgumentError('Pass a path that starts and ends with a slash, for example /base/.')
  }
  return text
}
