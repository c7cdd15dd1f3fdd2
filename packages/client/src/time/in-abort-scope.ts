import { reasonOf, throwIfAborted } from './abort.js'

/**
 * Runs a function with its own signal, which aborts with the caller's signal and when the run fails, so that everything
 * the run started ends with it. Settles like the run, or rejects with the reason of the caller's signal as soon as that
 * aborts, or with the argument of `fail`. A single promise: each request runs in two scopes.
 *
 * @param onEnd called when the scope ends
 */
export const inAbortScope = <T>(
  signal: AbortSignal | undefined,
  run: (scope: AbortSignal, fail: (error: unknown) => void) => Promise<T>,
  onEnd?: () => void,
): Promise<T> =>
  new Promise((resolve, reject) => {
    throwIfAborted(signal)
    const scope = new AbortController()
    function end(): void {
      // A signal that outlives many runs would collect their listeners.
      signal?.removeEventListener('abort', abort)
      onEnd?.()
    }
    function fail(error: unknown): void {
      end()
      scope.abort(error)
      // The reason is passed on unchanged, as the platform does.
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors
      reject(error)
    }
    function abort(): void {
      fail(reasonOf(signal))
    }
    signal?.addEventListener('abort', abort)
    try {
      run(scope.signal, fail).then((value) => {
        end()
        resolve(value)
      }, fail)
    } catch (error) {
      fail(error)
    }
  })
