import { InvalidArgumentError } from 'commander'

/**
 * Parses a positive whole number.
 *
 * @throws {InvalidArgumentError}
 */
export function readCount(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('Pass a positive whole number.')
  return Number(text)
}
