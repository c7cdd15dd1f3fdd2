import { UsageError } from '../usage-error.js'

/**
 * Parses metadata of the form `key=value`.
 *
 * @throws {UsageError}
 */
export function readMetadata(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const { key, value } = /^(?<key>[-.:\w]{1,64})=(?<value>.{1,512})$/su.exec(pair)?.groups ?? {}
      if (key === undefined || value === undefined) {
        throw new UsageError(
          '--metadata must be key=value: a key of 1 to 64 letters, digits, "-", "_", "." and ":", and a value of 1 to 512 characters.',
        )
      }
      return [key, value]
    }),
  )
}
