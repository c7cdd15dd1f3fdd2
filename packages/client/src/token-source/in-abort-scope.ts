/**
 * Runs something under a signal of its own, which aborts with the caller's and when the run is over, however it ends. It
 * settles like the run, or rejects with the signal's reason as soon as that aborts.
 */
export async function inAbortScope<T>(
  signal: AbortSignal | undefined,
  run: (scope: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  const scope = controller.signal
  try {
    return await new Promise((resolve, reject) => {
      scope.addEventListener('abort', () => {
        reject(scope.reason as Error)
      })
      // Without the scope, a signal that outlives many runs would collect their listeners.
      signal?.addEventListener('abort', () => controller.abort(signal.reason), { signal: scope })
      run(scope).then(resolve, reject)
    })
  } finally {
    controller.abort()
  }
}
