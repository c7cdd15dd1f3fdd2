/** The command was not used rightly; the message says what to do. It holds no value from the command line. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/**
 * Passes a result on, and makes a {@link UsageError} of a `TypeError`: how the packages refuse an option's value.
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
