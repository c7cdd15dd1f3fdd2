/** A usage error: nothing was written. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
