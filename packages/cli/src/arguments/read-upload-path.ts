import { InvalidArgumentError } from 'commander'

/**
 * Reads a path of the Upload API.
 *
 * @throws {InvalidArgumentError}
 */
export function readUploadPath(text: string): string {
  if (!/^\/(?:[^/]+\/)+$/.test(text)) {
    throw new InvalidArgumentError('Give a path that begins and ends with a slash: /base/.')
  }
  return text
}
