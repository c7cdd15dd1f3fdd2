/** A usage error. The message contains no value from the command line that can be a secret. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Converts a `TypeError`, with which the packages reject an option, to a {@link UsageError}. Replaces the names of options
 * with those of the command line: `"tokenId"` becomes `--token-id`.
 *
 * @throws {UsageError}
 */
export async function asUsage<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message.replace(OPTION, toFlag))
    throw error
  }
}

const OPTION = /"(?<name>expiresIn|expiresAt|scope|operations|subject|tokenId|path)"/g

const toFlag = (_match: string, name: string): string =>
  `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
