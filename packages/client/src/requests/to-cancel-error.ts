import { CancelError } from '@uploadcare/upload-client'

/** Settles like the promise, except that every abort rejects with upload-client's `CancelError`. */
export async function toCancelError<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await promise
  } catch (error) {
    if (error instanceof CancelError) throw error
    // A sign-out aborts without the signal of the caller.
    if (signal?.aborted || (error instanceof Error && error.name === 'AbortError')) throw new CancelError()
    throw error
  }
}
