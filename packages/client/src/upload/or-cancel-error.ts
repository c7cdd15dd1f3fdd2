import { CancelError } from '@uploadcare/upload-client'

/** Settles like the promise, but an abort, whoever threw it, rejects with upload-client's `CancelError`. */
export async function orCancelError<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await promise
  } catch (error) {
    if (error instanceof CancelError) throw error
    // A sign-out aborts too, without the caller's signal.
    if (signal?.aborted || (error instanceof Error && error.name === 'AbortError')) throw new CancelError()
    throw error
  }
}
