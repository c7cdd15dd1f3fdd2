import { reasonOf, throwIfAborted } from './abort.js'

/**
 * Runs a function with its own signal, which aborts with the caller's signal and when the run fails, so that everything
 * the run started ends with it. Settles like the run, or rejects with the reason of the caller's signal as soon as that
 * aborts.
 */
export async function inAbortScope<T>(
  signal: AbortSignal | undefined,
  run: (scope: AbortSignal) => Promise<T>,
): Promise<T> {
  throwIfAborted(signal)
  const scope = new AbortController()
  let abort: () => void = () => undefined
  try {
    return await new Promise((resolve, reject) => {
      abort = () => {
        // The reason is passed on unchanged, as the platform does.
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors
        reject(reasonOf(signal))
      }
      signal?.addEventListener('abort', abort)
      run(scope.signal).then(resolve, reject)
    })
  } catch (error) {
    scope.abort(error)
    throw error
  } finally {
    // A signal that outlives many runs would collect their listeners.
    signal?.removeEventListener('abort', abort)
  }
}
