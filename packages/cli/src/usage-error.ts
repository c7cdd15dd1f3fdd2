/** A usage error. The message contains no value from the command line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Converts a `TypeError`, with which the packages reject an option, to a {@link UsageError}.
 *
 * @throws {UsageError}
 */
export async function asUsage<T>(result: Promise<T>): Promise<T> {
  try {
    return await result
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message)
    throw error
  }
}
