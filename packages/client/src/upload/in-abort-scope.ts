/** Runs something under a signal that aborts with the caller's, and when it is over, however it ends. */
export async function inAbortScope<T>(
  signal: AbortSignal | undefined,
  run: (scope: AbortSignal) => Promise<T>,
): Promise<T> {
  const scope = new AbortController()
  const abort = (): void => {
    scope.abort(signal?.reason)
  }
  if (signal?.aborted) abort()
  signal?.addEventListener('abort', abort)
  try {
    return await run(scope.signal)
  } finally {
    signal?.removeEventListener('abort', abort)
    scope.abort()
  }
}
